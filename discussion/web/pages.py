"""How a page knows who is asking, asks permission, acts and is drawn."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Flask, g, render_template, request, url_for

from discussion.domain.people import Actor, Subject, may
from discussion.domain.programme import Topic, Workshop
from discussion.errors import DiscussionError, NotFound
from discussion.live.commands import parse_command
from discussion.services import people, views
from discussion.services.commands import Answer, Request
from discussion.services.programme import plan
from discussion.storage.database import Transaction
from discussion.web.house import house
from discussion.web.security import COOKIE, csrf_token


def recognise(app: Flask) -> None:
    """Finds out, before anything else, who is asking."""
    app.before_request(_recognise)


def actor_or_none() -> Actor | None:
    """Who is asking, if signed in."""
    actor: Actor | None = g.get("actor")
    return actor


def asked(action: str, *, table: str | None = None, topic: str | None = None) -> Actor:
    """Who is asking, once the one authorisation function allows it.

    Raises ``signed_out`` for nobody and ``NotFound`` for whoever may not.
    """
    actor = actor_or_none()
    if actor is None:
        raise DiscussionError("signed_out", status=401)
    if not may(actor, action, Subject(actor.workshop, table, topic)):
        raise NotFound
    return actor


def act(kind: str, **facts: Any) -> Answer:
    """Carries out one command for the person asking and waits until it is durable.

    Raises the refusal, if it is one.
    """
    return act_all([{"do": kind, **facts}])[0]


def act_all(told: Sequence[Mapping[str, Any]]) -> list[Answer]:
    """Carries out several commands in their order, each for itself, as ``act`` does one."""
    actor = actor_or_none()
    if actor is None:
        raise DiscussionError("signed_out", status=401)
    new_id = house().runtime.new_id
    commands = [parse_command({"id": new_id(), **one}) for one in told]
    asked_for = [Request(actor.session, command) for command in commands]
    return house().pump.ask_all(actor.workshop, asked_for)


def workshop_of(transaction: Transaction, actor: Actor) -> Workshop:
    """The actor's workshop."""
    return plan.workshop_held(transaction, actor.workshop)


def topic_numbered(workshop: Workshop, number: int) -> Topic:
    """The workshop's topic with that number; raises ``topic_unknown``."""
    for topic in workshop.programme.topics:
        if topic.number == number:
            return topic
    raise NotFound("topic_unknown", topic=number)


def draw(template: str, *, workshop: Workshop | None = None, **variables: Any) -> str:
    """A page with everything the frame needs; ``topic`` also brings its discussion's clock."""
    actor = actor_or_none()
    secret = request.cookies.get(COOKIE, "")
    return render_template(
        template,
        workshop=_frame_workshop(workshop),
        actor=_frame_actor(actor),
        csrf=csrf_token(house().runtime.secret, secret) if actor else "",
        home_url=url_for("people.home"),
        right_address=_right_address(),
        sign_out_url=url_for("people.sign_out") if actor else None,
        server_now=house().runtime.now().isoformat(),
        language="en",
        direction="ltr",
        **variables,
    )


def clock_of(transaction: Transaction, workshop: str, topic: str) -> views.State | None:
    """The discussion whose clock a topic's pages show: the running one, else the next or last."""
    held = [d for d in plan.discussions_of(transaction, workshop) if d.topic == topic]
    order = {"running": 0, "planned": 1, "closed": 2}
    held.sort(key=lambda d: order[d.state])
    return views.discussion_state(held[0]) if held else None


def doors(actor: Actor, topic: Topic, sheets: Mapping[str, str]) -> list[tuple[str, str]]:
    """The pages of a topic that are open to the actor: words and address; ``sheets`` by topic."""
    found = []
    if topic.id in sheets:
        found.append(("Our sheet", url_for("contributions.sheet", sheet_id=sheets[topic.id])))
    for action, words, page in (
        ("see_board", "Board", "synthesis.board"),
        ("see_watch", "Watch", "watch.of_topic"),
        ("see_room_screen", "Room screen", "synthesis.room_screen"),
    ):
        if may(actor, action, Subject(actor.workshop, topic=topic.id)):
            found.append((words, url_for(page, number=topic.number)))
    return found


def _right_address() -> str | None:
    """Where this page should have been opened, when no socket could come from where it was."""
    settings = house().settings
    if f"{request.scheme}://{request.host}" in settings.allowed_origins:
        return None
    return settings.url


def _recognise() -> None:
    secret = request.cookies.get(COOKIE)
    g.actor = None
    if secret and request.endpoint != "static":
        with house().database.reading() as transaction:
            g.actor = people.actor_behind(transaction, house().runtime, secret)


def _frame_workshop(workshop: Workshop | None) -> dict[str, Any] | None:
    if workshop is None:
        return None
    return {
        "id": workshop.id,
        "title": workshop.programme.title,
        "rehearsal": workshop.rehearsal,
        "timezone": workshop.programme.timezone,
    }


def _frame_actor(actor: Actor | None) -> dict[str, Any] | None:
    if actor is None:
        return None
    table_name = None
    if actor.table is not None:
        with house().database.reading() as transaction:
            table = plan.table_of(transaction, actor.table)
            table_name = table.name if table else None
    return {
        "person": actor.person,
        "name": actor.name,
        "role": actor.role,
        "table_name": table_name,
    }
