"""The slides of a presentation, as values; it must not know workshops or file formats."""

from dataclasses import dataclass

from discussion.documents.tree import Meta, Source


@dataclass(frozen=True)
class Strength:
    """How widely a point was raised, in a word and as a share; counting is no consensus."""

    word: str  # "most tables"
    raising: int
    discussing: int

    @property
    def steps(self) -> int:
        """0 to 4, for a small shape beside the word: few, many, most, all (as in the words)."""
        if self.raising <= 0:
            return 0
        if self.raising >= self.discussing:
            return 4
        if self.raising * 2 > self.discussing:
            return 3
        return 2 if self.raising * 4 >= self.discussing else 1


@dataclass(frozen=True)
class Bullet:
    """One point on a slide, cut to a readable length; the notes have it whole."""

    words: str
    anchor: str
    sources: tuple[Source, ...]
    label: str = ""  # a few words above or beside it: subtopic, kind, draft paragraph
    strength: Strength | None = None


@dataclass(frozen=True)
class TitleSlide:
    """The opening slide."""

    anchor: str
    title: str
    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class BulletSlide:
    """At most five bullets."""

    anchor: str
    title: str
    bullets: tuple[Bullet, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class FigureSlide:
    """A few large figures, each with what it counts."""

    anchor: str
    title: str
    figures: tuple[tuple[str, str], ...]
    line: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class ChartSlide:
    """A bar chart: categories against one or more series of counts."""

    anchor: str
    title: str
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[int, ...]], ...]
    description: str  # the chart in words, for who cannot see it
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class TableSlide:
    """A small table."""

    anchor: str
    title: str
    header: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class TextSlide:
    """Paragraphs to be read aloud, at 24 points or more."""

    anchor: str
    title: str
    paragraphs: tuple[Bullet, ...]
    notes: tuple[str, ...] = ()


Slide = TitleSlide | BulletSlide | FigureSlide | ChartSlide | TableSlide | TextSlide


@dataclass(frozen=True)
class Deck:
    """A whole presentation; ``accent`` is the topic's colour as RRGGBB.

    ``address``: of the page that says what became of what was said, once everybody may read it.
    """

    meta: Meta
    accent: str
    slides: tuple[Slide, ...]
    address: str = ""
