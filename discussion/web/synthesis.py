"""The moderators' board and the room screen, one of each per topic; must not know what they hold.

Both pages come empty: notes, points and clock arrive over the socket.
"""

from flask import Blueprint, Response, jsonify

from discussion.domain import contributions, likeness, synthesis, watch
from discussion.domain.countries import COUNTRIES
from discussion.domain.people import Actor, Subject, may
from discussion.domain.programme import Topic, Workshop
from discussion.errors import NotFound
from discussion.services import views
from discussion.services.programme import attribution
from discussion.services.synthesis import history
from discussion.services.synthesis.latest import decided_last
from discussion.services.views import State
from discussion.web.house import house
from discussion.web.pages import asked, clock_of, draw, topic_numbered, workshop_of
from discussion.web.priorities import bounds_of_a_round, marks_address

pages = Blueprint("synthesis", __name__)


@pages.get("/topics/<int:number>/board")
def board(number: int) -> str:
    """All tables of a topic, live: queue, note in focus, points."""
    actor, workshop, topic, clock = _topic_page("see_board", number)
    decides = may(actor, "accept_note", Subject(workshop.id, topic=topic.id))
    with house().database.reading() as transaction:
        opens_sheets = decides and attribution.opens_sheets(transaction, actor, topic.id)
        done = decided_last(transaction, actor, topic.id) if decides else []
    return draw(
        "synthesis/board.html",
        page="board",
        fill=True,
        workshop=workshop,
        topic=topic,
        discussion=clock,
        decides=decides,
        boards=_boards(actor, workshop),
        page_data={
            "workshop": workshop.id,
            "topic": views.topic_facts(topic),
            "now": house().runtime.now().isoformat(),
            "decides": decides,
            "opensSheets": opens_sheets,
            "done": done,
            "marksAddress": marks_address(),
            "marksBounds": bounds_of_a_round(),
            "kinds": list(contributions.KINDS.items()),  # pairs: JSON objects lose their order
            "states": contributions.STATUS_WORDS,
            "doing": watch.STATES,
            "alters": likeness.KINDS,
            "pointStates": synthesis.STATUS_WORDS,
            "roomViews": synthesis.ROOM_VIEWS,
            "reasons": list(contributions.REASONS.items()),
            "reasonsTo": {
                "park": contributions.REASONS_TO_PARK,
                "rule_out": contributions.REASONS_TO_RULE_OUT,
            },
            "countries": {c.iso: c.english for c in COUNTRIES.values()},
        },
    )


@pages.get("/decisions/<item>")
def decisions(item: str) -> Response:
    """What was decided on one note or point, for the panel on the board."""
    actor = asked("see_home")
    with house().database.reading() as transaction:
        return jsonify(history.history_of(transaction, actor, item))


@pages.get("/topics/<int:number>/room")
def room_screen(number: int) -> str:
    """The projector's page: confirmed points by subtopic, strength, clock."""
    _, workshop, topic, clock = _topic_page("see_room_screen", number)
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
            "now": house().runtime.now().isoformat(),
            "marksAddress": marks_address(),
        },
    )


def _boards(actor: Actor, workshop: Workshop) -> list[Topic]:
    """The topics whose boards the actor may see."""
    return [
        topic
        for topic in workshop.programme.topics
        if may(actor, "see_board", Subject(workshop.id, topic=topic.id))
    ]


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
