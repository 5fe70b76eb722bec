"""A PowerPoint file as a house style: its layouts and their rooms; it must not know any deck.

Whatever slides it has are none of the deck's. Its pictures, colours, fonts and rooms stay.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pptx
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.util import Inches

from discussion.documents.writers.package import HouseStyleIncomplete

HOUSE_STYLE = "slides.pptx"
OPENING, CONTENT = "Opening", "Content"
BAND = "Topic colour"
"""The name of the shape on the opening layout that takes the topic's colour."""

WIDE = (Inches(13.333), Inches(7.5))
_TYPES = {OPENING: ("title",), CONTENT: ("obj", "titleOnly")}
_IN_LIBREOFFICE = {OPENING: "Title Slide", CONTENT: "Title, Content"}
_TRACES = ("thumbnail", "custom-properties", "extended-properties", "customXml", "tags")
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_ROOMS = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.SUBTITLE)


@dataclass(frozen=True)
class Room:
    """A place on a slide, in English metric units."""

    left: int
    top: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        """Where it ends."""
        return self.top + self.height

    def part(self, start: int, width: int, *, turned: bool) -> "Room":
        """A part of it that wide, so far from the side where lines begin."""
        left = self.width - start - width if turned else start
        return Room(self.left + left, self.top, width, self.height)

    def mirrored(self, wide: int) -> "Room":
        """The same place as seen from the other side of a slide that wide."""
        return Room(wide - self.left - self.width, self.top, self.width, self.height)

    def above(self, height: int) -> "Room":
        """What is left of it when that much is taken at its foot."""
        return Room(self.left, self.top, self.width, self.height - height)


@dataclass(frozen=True)
class SlideStyle:
    """An open presentation without slides, and where things stand on them."""

    show: Any
    opening: Any  # layouts
    content: Any
    body: Room
    footer: Room
    number: Room
    band: Room | None


def open_style(package: bytes) -> SlideStyle:
    """The house style, opened to be filled; raises HouseStyleIncomplete where it lacks a layout."""
    show = open_show(package)
    found = {name: find_layout(show, name) for name in (OPENING, CONTENT)}
    missing = [name for name, layout in found.items() if layout is None]
    if missing:
        raise HouseStyleIncomplete(HOUSE_STYLE, ", ".join(missing))
    _without_slides(show)
    content = found[CONTENT]
    return SlideStyle(
        show=show,
        opening=found[OPENING],
        content=content,
        body=_room_of(content, _ROOMS) or Room(*map(Inches, (0.75, 1.75, 11.83, 4.95))),
        footer=_room_of(content, (PP_PLACEHOLDER.FOOTER,))
        or Room(*map(Inches, (0.75, 6.95, 10.6, 0.35))),
        number=_room_of(content, (PP_PLACEHOLDER.SLIDE_NUMBER,))
        or Room(*map(Inches, (11.58, 6.95, 1.0, 0.35))),
        band=_band(found[OPENING]),
    )


def open_show(package: bytes) -> Any:
    """The presentation as it is; raises HouseStyleIncomplete when it is none."""
    try:
        return pptx.Presentation(io.BytesIO(_as_presentation(package)))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError):
        raise HouseStyleIncomplete(HOUSE_STYLE, "a PowerPoint presentation") from None


def find_layout(show: Any, name: str) -> Any:
    """The layout of that name, else the first of the kind PowerPoint itself makes for it."""
    layouts = _layouts(show, name)
    wanted = (
        *(each for each in layouts if each.name.strip().lower() == name.lower()),
        *(each for kind in _TYPES[name] for each in layouts if each._element.get("type") == kind),
        *(each for each in layouts if each.name == _IN_LIBREOFFICE[name]),
    )
    return next((layout for layout in wanted if _fit(layout, name)), None)


def _layouts(show: Any, name: str) -> list[Any]:
    """LibreOffice makes a master of every layout: the one with the band is to open with."""
    masters = list(show.slide_masters)
    masters.sort(key=lambda master: (_shape(master, BAND) is None) == (name == OPENING))
    return [layout for master in masters for layout in master.slide_layouts]


def _fit(layout: Any, name: str) -> bool:
    """An opening needs a line for the title and room for the others, a slide only a title."""
    kinds = {shape.placeholder_format.type for shape in layout.placeholders}
    titled = not kinds.isdisjoint(_TITLES)
    return titled and (name == CONTENT or not kinds.isdisjoint(_ROOMS))


def _room_of(layout: Any, kinds: tuple[Any, ...]) -> Room | None:
    for shape in layout.placeholders:
        if shape.placeholder_format.type in kinds and shape.width and shape.height:
            return Room(shape.left, shape.top, shape.width, shape.height)
    return None


def _band(opening: Any) -> Room | None:
    shape = _shape(opening, BAND) or _shape(opening.slide_master, BAND)
    return None if shape is None else Room(shape.left, shape.top, shape.width, shape.height)


def _shape(holder: Any, name: str) -> Any:
    named = (each for each in holder.shapes if each.name.strip().lower() == name.lower())
    return next((each for each in named if each.width), None)


def _without_slides(show: Any) -> None:
    """Takes out the slides with all that names them, and the traces of whoever made the file."""
    listed = show.slides._sldIdLst
    for told in list(listed):
        show.part.drop_rel(told.rId)
        listed.remove(told)
    for element in list(show.part._element):
        if element.tag.rpartition("}")[2] in ("custShowLst", "extLst", "modifyVerifier"):
            show.part._element.remove(element)  # sections and shows made of those slides
    for relations in (show.part.package._rels, show.part.rels):
        for id_ in _traces(relations):
            relations.pop(id_)


def _traces(relations: Any) -> Iterator[str]:
    for id_, relation in list(relations.items()):
        if relation.reltype.rpartition("/")[2] in _TRACES:
            yield id_


def _as_presentation(package: bytes) -> bytes:
    """A template (.potx) as the presentation it becomes when PowerPoint opens it."""
    kind = b"presentationml.template.main+xml"
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        types = archive.read("[Content_Types].xml")
        if kind not in types:
            return package
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as after:
            for name in archive.namelist():
                content = archive.read(name)
                if name == "[Content_Types].xml":
                    content = types.replace(kind, b"presentationml.presentation.main+xml")
                after.writestr(name, content)
    return made.getvalue()
