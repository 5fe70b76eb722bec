"""The secretariat's page of house styles: which are in use, bring one, try it out, go back."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, current_app, make_response, redirect, request, url_for
from flask.blueprints import BlueprintSetupState
from gevent.lock import BoundedSemaphore

from discussion.domain.drafting import day_in_words
from discussion.domain.people import Actor
from discussion.errors import DiscussionError, Refused
from discussion.services.publications import house_styles
from discussion.services.publications.house_styles import PROGRAMS, Looked
from discussion.web.downloads import MEDIA_TYPES, READING_POLICY
from discussion.web.house import house
from discussion.web.live.pump import run_beside
from discussion.web.pages import asked, draw, workshop_of
from discussion.web.sentences import sentence

pages = Blueprint("house_styles", __name__)

ENDINGS = {"docx": ".docx,.dotx", "pptx": ".pptx,.potx"}

NAMED = 5  # of what is missing, in the sentence above the table


@pages.record
def _prepare(state: BlueprintSetupState) -> None:
    """One file is looked through at a time."""
    state.app.extensions["house_styles"] = BoundedSemaphore(1)


@pages.get("/publications/house-style")
def show() -> Response:
    """Which house styles are in use, with what may be done about them."""
    return _page(asked("set_house_style"))


@pages.get("/publications/house-style/<form>/own")
def own(form: str) -> Response:
    """The house's own style, to be changed and brought back."""
    asked("set_house_style")
    content = run_beside(house_styles.own_package, form)
    return _file(f"house-style.{form}", content)


@pages.get("/publications/house-style/<form>/preview")
def preview(form: str) -> Response:
    """Every style at work in the house style that is in use."""
    actor = asked("set_house_style")
    house_styles.check_format(form)
    with house().database.reading() as transaction:
        package = house_styles.styles_in_force(transaction, actor.workshop)[form]
    looked = _looked_through(actor, form, package)
    if looked.specimen is None:
        raise Refused("house_style_lacking", missing=_names(looked))
    return _file(f"preview.{form}", looked.specimen)


@pages.get("/publications/house-style/files/<choice>")
def brought(choice: str) -> Response:
    """A file exactly as it was brought."""
    actor = asked("set_house_style")
    with house().database.reading() as transaction:
        name, content = house_styles.find_file(transaction, actor, choice)
    return _file(name, content)


@pages.post("/publications/house-style/<form>")
def bring(form: str) -> Response:
    """Takes a file if every document can be written with it; else says what is wrong with it."""
    actor = asked("set_house_style")
    house_styles.check_format(form)
    upload = request.files.get("file")
    content = upload.read() if upload else b""
    name = (upload.filename if upload else None) or ""
    try:
        if not content:
            raise DiscussionError("house_style_none", status=422, program=PROGRAMS[form])
        looked = _looked_through(actor, form, content)
    except DiscussionError as refusal:
        return _page(actor, form=form, name=name, refusal=refusal)
    if looked.missing:
        lacking = Refused("house_style_lacking", missing=_names(looked))
        return _page(actor, form=form, name=name, refusal=lacking, looked=looked)
    return _kept(actor, form, (name, content), looked.remarks)


@pages.post("/publications/house-style/<form>/own")
def go_back(form: str) -> Response:
    """The house's own style again; what was brought before stays on the page."""
    return _kept(asked("set_house_style"), form, None, ())


def _kept(
    actor: Actor, form: str, given: tuple[str, bytes] | None, remarks: tuple[str, ...]
) -> Response:
    house().pump.run(
        house_styles.keep_style,
        house().database,
        house().runtime,
        actor,
        form,
        given,
        remarks,
    )
    return make_response(redirect(url_for("house_styles.show", _anchor=form), 303))


def _looked_through(actor: Actor, form: str, package: bytes) -> Looked:
    """In a process of its own, one after the other."""
    number = house().runtime.new_id()
    folder = Path(house().settings.exports) / actor.workshop / f".style-{number}"
    turn: BoundedSemaphore = current_app.extensions["house_styles"]
    with turn:
        looked: Looked = run_beside(
            house_styles.look_through,
            house().settings.database_url,
            form,
            package,
            folder,
            number,
        )
    return looked


def _page(
    actor: Actor,
    *,
    form: str = "",
    name: str = "",
    refusal: DiscussionError | None = None,
    looked: Looked | None = None,
) -> Response:
    """``form`` and ``name`` are of a file that was refused."""
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, actor)
        choices, names = house_styles.choices_by_format(transaction, workshop.id)
    zone = workshop.programme.timezone
    drawn = draw(
        "publications/house_style.html",
        page="publications",
        workshop=workshop,
        styles=[_state(each, choices[each]) for each in PROGRAMS],
        names=names,
        when=_in(zone),
        refused=form,
        name=name,
        failure=sentence(refusal) if refusal else None,
        missing=looked.missing if looked else (),
        there=[need.name for need in looked.needs if need.there] if looked else [],
    )
    return make_response(drawn, refusal.status if refusal else 200)


def _state(form: str, choices: list[Any]) -> dict[str, Any]:
    newest = choices[0] if choices and not choices[0].own else None
    return {
        "format": form,
        "program": PROGRAMS[form],
        "accept": ENDINGS[form],
        "newest": newest,
        "older": choices[1:] if newest else choices,
    }


def _in(zone: str) -> Callable[[datetime], str]:
    """``8 July 2025, 18:30``, in the workshop's own time."""

    def words(at: datetime) -> str:
        local = at.astimezone(ZoneInfo(zone))
        return f"{day_in_words(local.date())}, {local:%H:%M}"

    return words


def _names(looked: Looked) -> str:
    """The first few; the page lists them all."""
    names = [need.name for need in looked.missing]
    more = [f"and {len(names) - NAMED} more"] if len(names) > NAMED else []
    return ", ".join((*names[:NAMED], *more))


def _file(name: str, content: bytes) -> Response:
    response = make_response(content)
    form = name.rpartition(".")[2].replace("dotx", "docx").replace("potx", "pptx")
    response.headers["Content-Type"] = MEDIA_TYPES[form]
    response.headers["Content-Security-Policy"] = READING_POLICY
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response
