"""Starting, extending and closing a discussion; planned times only suggest."""

from dataclasses import replace
from datetime import timedelta

from discussion.domain.people import Actor
from discussion.domain.programme import DISCUSSION, Discussion
from discussion.errors import NotFound, Refused
from discussion.services.work import Facts, Happened, Work, allow
from discussion.storage import programme


def start_discussion(work: Work, actor: Actor, facts: Facts) -> Happened:
    """The tables discuss now; the clock runs for the planned minutes, or for those given."""
    discussion = _discussion(work, actor, "start_discussion", facts["discussion"])
    minutes = facts["minutes"] or discussion.planned_minutes
    return _write(
        work,
        replace(
            discussion,
            state=DISCUSSION.after("start", discussion.state),
            started_at=work.now,
            ends_at=work.now + timedelta(minutes=minutes),
            closed_at=None,
        ),
    )


def extend_discussion(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Moves the end of a running discussion by minutes, later or earlier, never into the past."""
    discussion = _discussion(work, actor, "extend_discussion", facts["discussion"])
    state = DISCUSSION.after("extend", discussion.state)
    present = max(discussion.ends_at or work.now, work.now)
    ends_at = present + timedelta(minutes=facts["minutes"])
    if ends_at <= work.now or facts["minutes"] == 0:
        raise Refused("minutes_out_of_range", minutes=facts["minutes"])
    return _write(work, replace(discussion, state=state, ends_at=ends_at))


def close_discussion(work: Work, actor: Actor, facts: Facts) -> Happened:
    """The discussion is over; words that still come are taken all the same."""
    discussion = _discussion(work, actor, "close_discussion", facts["discussion"])
    state = DISCUSSION.after("close", discussion.state)
    return _write(work, replace(discussion, state=state, closed_at=work.now))


def _write(work: Work, discussion: Discussion) -> Happened:
    programme.write_discussion(work.transaction, discussion)
    ends_at = discussion.ends_at.isoformat() if discussion.ends_at else None
    return Happened(discussion.id, payload={"state": discussion.state, "ends_at": ends_at})


def _discussion(work: Work, actor: Actor, action: str, discussion_id: str) -> Discussion:
    discussion = programme.find_discussion(work.transaction, discussion_id)
    if (
        discussion is None
        or programme.topic_workshop(work.transaction, discussion.topic) != work.workshop
    ):
        raise NotFound
    allow(actor, action, work.workshop, topic=discussion.topic)
    return discussion
