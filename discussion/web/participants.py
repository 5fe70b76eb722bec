"""The secretariat's page of participants: the list, and the field it is typed or pasted into."""

from flask import Blueprint, Response, make_response, redirect, request, url_for

from discussion.domain.participants import (
    GROUPS,
    LIST_LIMIT,
    ListProblems,
    as_list,
    in_order,
    place_of,
    read_list,
)
from discussion.services import participants
from discussion.web.house import house
from discussion.web.pages import act, asked, draw, workshop_of

pages = Blueprint("participants", __name__)

NOT_UTF_8 = "This file is not UTF-8 text. Save it as “CSV UTF-8”, or paste its lines below."


@pages.get("/participants")
def show() -> Response:
    """Everybody on the list, and the list as text to be changed."""
    return _page()


@pages.post("/participants")
def change() -> Response:
    """Puts the uploaded or typed list in the place of the one before, or says what is wrong."""
    asked("set_participants")
    typed = request.form.get("list", "")
    try:
        upload = request.files.get("file")
        typed = _decoded(upload.read()) if upload and upload.filename else typed
        read_list(typed)
    except ListProblems as refusal:
        return _page(refusal, typed)
    act("set_participants", list=typed)
    return make_response(redirect(url_for("participants.show"), 303))


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ListProblems([(1, NOT_UTF_8)]) from None


def _page(refusal: ListProblems | None = None, typed: str | None = None) -> Response:
    actor = asked("see_participants")
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, actor)
        people = participants.list_participants(transaction, actor)
    language = workshop.programme.language
    page = draw(
        "participants/participants.html",
        page="participants",
        workshop=workshop,
        groups=GROUPS,
        people=[(one, place_of(one, language)) for one in in_order(people, language)],
        agreed=sum(one.agreed for one in people),
        problems=refusal.problems if refusal else (),
        more=int(str(refusal.facts["count"])) - len(refusal.problems) if refusal else 0,
        typed=typed if typed is not None else as_list(people),
        limit=LIST_LIMIT,
    )
    return make_response(page, refusal.status if refusal else 200)
