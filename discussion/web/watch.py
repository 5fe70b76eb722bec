"""The watch: every table of a topic, or of the workshop, on one page; must not know their notes.

The page comes empty: how the tables are doing arrives over the socket.
"""

from flask import Blueprint, Response, make_response, redirect, url_for

from discussion.domain.people import Actor, Subject, may
from discussion.domain.programme import Topic, Workshop
from discussion.domain.watch import NUDGES, STATES, USUAL_LATELY
from discussion.services import views
from discussion.services.programme import attribution
from discussion.web.house import house
from discussion.web.pages import asked, clock_of, draw, topic_numbered, workshop_of

pages = Blueprint("watch", __name__)


@pages.get("/watch")
def everything() -> Response:
    """All tables on all topics; whoever is bound to a topic is led to that one."""
    actor = asked("see_watch")
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, actor)
    if actor.topic is None:
        return make_response(_page(actor, workshop, None))
    number = next(t.number for t in workshop.programme.topics if t.id == actor.topic)
    return make_response(redirect(url_for("watch.of_topic", number=number)))


@pages.get("/topics/<int:number>/watch")
def of_topic(number: int) -> str:
    """All tables on one topic."""
    somebody = asked("see_home")
    with house().database.reading() as transaction:
        workshop = workshop_of(transaction, somebody)
    topic = topic_numbered(workshop, number)
    return _page(asked("see_watch", topic=topic.id), workshop, topic)


def _page(actor: Actor, workshop: Workshop, topic: Topic | None) -> str:
    topics = [topic] if topic else workshop.programme.topics
    with house().database.reading() as transaction:
        clock = clock_of(transaction, workshop.id, topic.id) if topic else None
        opened = [t.id for t in topics if attribution.opens_sheets(transaction, actor, t.id)]
    return draw(
        "watch/watch.html",
        page="watch",
        workshop=workshop,
        discussion=clock,
        topics=[t for t in workshop.programme.topics if _sees(actor, workshop, t)],
        everything=actor.topic is None,
        **({"topic": topic} if topic else {}),
        page_data={
            "workshop": workshop.id,
            "topic": topic.id if topic else None,
            "topics": [views.topic_facts(t) for t in topics],
            "numbers": {t.id: f"topic {t.number}" for t in workshop.programme.topics},
            "now": house().runtime.now().isoformat(),
            "states": STATES,
            "nudges": list(NUDGES.items()),  # pairs: JSON objects lose their order
            "nudges_tables": may(actor, "nudge_table", Subject(workshop.id, topic=_id(topic))),
            "opens_sheets": [
                t for t in opened if may(actor, "see_sheet", Subject(workshop.id, topic=t))
            ],
            "usual": list(USUAL_LATELY),
        },
    )


def _sees(actor: Actor, workshop: Workshop, topic: Topic) -> bool:
    return may(actor, "see_watch", Subject(workshop.id, topic=topic.id))


def _id(topic: Topic | None) -> str | None:
    return topic.id if topic else None
