"""The moderators' board and the room screen, one of each per topic."""

from flask import Blueprint

from discussion.domain.contributions import KINDS, REASONS
from discussion.domain.countries import COUNTRIES
from discussion.domain.people import Actor
from discussion.domain.programme import Topic, Workshop
from discussion.errors import NotFound
from discussion.services import views
from discussion.services.views import State
from discussion.web.house import house
from discussion.web.pages import asked, clock_of, draw, topic_numbered, workshop_of

pages = Blueprint("synthesis", __name__)


@pages.get("/topics/<int:number>/board")
def board(number: int) -> str:
    """All tables of a topic, live: queue, note in focus, points."""
    actor, workshop, topic, clock = _topic_page("see_board", number)
    return draw(
        "synthesis/board.html",
        page="board",
        fill=True,
        workshop=workshop,
        programme=workshop.programme,
        topic=topic,
        discussion=clock,
        page_data={
            "workshop": workshop.id,
            "topic": views.topic_facts(topic),
            "kinds": KINDS,
            "reasons": REASONS,
            "countries": {c.iso: c.english for c in COUNTRIES.values()},
            "role": actor.role,
            "discussion": clock,
        },
    )


@pages.get("/topics/<int:number>/room")
def room_screen(number: int) -> str:
    """The projector's page: confirmed points by subtopic, strength, clock."""
    actor, workshop, topic, clock = _topic_page("see_room_screen", number)
    return draw(
        "synthesis/room.html",
        page="room",
        screen="room",
        workshop=workshop,
        topic=topic,
        discussion=clock,
        page_data={
            "workshop": workshop.id,
            "topic": views.topic_facts(topic),
            "countries": {c.iso: c.english for c in COUNTRIES.values()},
            "role": actor.role,
            "discussion": clock,
        },
    )


def _topic_page(action: str, number: int) -> tuple[Actor, Workshop, Topic, State | None]:
    somebody = asked("see_home")
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, somebody)
        topic = topic_numbered(workshop, number)
        actor = asked(action, topic=topic.id)
        if actor.workshop != workshop.id:
            raise NotFound
        clock = clock_of(transaction, workshop.id, topic.id)
    return actor, workshop, topic, clock
