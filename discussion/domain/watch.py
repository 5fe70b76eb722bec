"""What a table is doing, judged from what is kept and what its pages say; must not know a clock.

One way of judging for the watch and for the board's strip. Alarms are for the hour itself: only
words that wait to be saved count at any time.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

STATES: dict[str, str] = {
    "offline": "Offline",
    "wrong_topic": "Wrong topic",
    "unheard": "Not heard from",
    "absent": "Not yet here",
    "quiet": "Quiet",
    "typing": "Typing",
    "read_back": "Read back",
    "locked": "Done (locked)",
}
"""What a table can be doing, in the words of the screens."""

NUDGES: dict[str, str] = {
    "start": "Please start writing",
    "read_back": "Five minutes: read back",
    "question": "A question waits for you",
    "topic": "Are you on the right topic?",
}
"""What a moderator can tell a table by one tap; free words would be a second channel to watch."""

TYPING_FOR = timedelta(seconds=15)  # after saved words a table still counts as typing
AWAY_FOR = timedelta(seconds=5)  # a page that is loaded anew is not offline
LATE_AFTER = timedelta(minutes=3)  # of the discussion, by when a table should have come
QUIET_FOR = timedelta(minutes=5)  # quiet for longer, a table may need somebody
WAITING_FOR = timedelta(seconds=15)  # words unsaved for longer are worth an alarm
LATELY = timedelta(minutes=10)  # the stretch by which pace is counted
USUAL_LATELY = (2, 3)  # notes a table writes in that stretch: 12 to 20 an hour are common
NUDGE_EVERY = timedelta(minutes=1)  # for one table


@dataclass(frozen=True)
class Kept:
    """What is saved of one table on one topic."""

    state: str = "open"  # of domain.contributions.SHEET
    seated: bool = False  # somebody has signed in at the table
    last_saved: datetime | None = None
    notes: int = 0
    lately: tuple[datetime, ...] = ()  # when the newest notes were begun
    returned: int = 0  # questions that wait for the table
    returned_since: datetime | None = None
    subtopics: tuple[tuple[str, int], ...] = ()  # notes by subtopic


@dataclass(frozen=True)
class Heard:
    """What a table's pages say of themselves, or said last."""

    names: tuple[str, ...] = ()
    connected: bool = False
    came_at: datetime | None = None
    silent_since: datetime | None = None  # connected, but no page gives a sign of life
    gone_since: datetime | None = None
    typing: bool = False
    waiting_since: datetime | None = None  # its oldest word or act that is not saved
    settling: bool = False  # the house has just begun, and pages are on their way back
    elsewhere: str | None = None  # the topic whose sheet it has open instead
    rightly: bool = False  # that topic is being discussed, too


@dataclass(frozen=True)
class Doing:
    """What a table is doing and since when; ``rank`` puts those that need somebody first."""

    code: str
    since: datetime | None
    rank: int


CALM = 9
_RANKS = {"offline": 1, "wrong_topic": 2, "unheard": 3, "absent": 4, "quiet": 5}
_WORDS_WAIT = 0
_QUESTION_WAITS = 6
_AT_ONCE = timedelta()
_BORNE = {"absent": LATE_AFTER, "quiet": QUIET_FOR}  # for how long it is nothing to worry about


def doing(kept: Kept, heard: Heard, now: datetime, started_at: datetime | None) -> Doing:
    """What a table does on a topic; ``started_at``: of the topic's discussion while it runs."""
    code, since = _state(kept, heard, now, started_at)
    if words_wait(heard, now):
        return Doing(code, since, _WORDS_WAIT)
    if started_at is None:
        return Doing(code, since, CALM)
    if code in _RANKS and now - max(since or started_at, started_at) >= _BORNE.get(code, _AT_ONCE):
        return Doing(code, since, _RANKS[code])
    return Doing(code, since, _QUESTION_WAITS if kept.returned else CALM)


def words_wait(heard: Heard, now: datetime) -> bool:
    """Whether words at the table have waited too long to be saved."""
    return heard.waiting_since is not None and now - heard.waiting_since >= WAITING_FOR


def _state(
    kept: Kept, heard: Heard, now: datetime, started_at: datetime | None
) -> tuple[str, datetime | None]:
    if kept.state in ("locked", "read_back"):
        return kept.state, None
    if not heard.connected:
        return _away(kept, heard, now, started_at)
    if heard.silent_since is not None:
        return "unheard", heard.silent_since
    return _at_work(kept, heard, now, started_at)


def _away(
    kept: Kept, heard: Heard, now: datetime, started_at: datetime | None
) -> tuple[str, datetime | None]:
    if heard.elsewhere is not None and started_at is not None and not heard.rightly:
        return "wrong_topic", None
    if heard.elsewhere is not None:
        return ("quiet", kept.last_saved) if kept.last_saved else ("absent", None)
    if heard.gone_since is not None and now - heard.gone_since < AWAY_FOR:
        return _at_work(kept, heard, now, started_at)
    if heard.gone_since is None and kept.last_saved is None and not kept.seated:
        return "absent", None
    if heard.settling:
        return _at_work(kept, heard, now, started_at)
    return "offline", heard.gone_since


def _at_work(
    kept: Kept, heard: Heard, now: datetime, started_at: datetime | None
) -> tuple[str, datetime | None]:
    saved = kept.last_saved
    if heard.typing or (saved is not None and now - saved < TYPING_FOR):
        return "typing", None
    since = max((at for at in (saved, heard.came_at, started_at) if at is not None), default=None)
    return "quiet", saved or since
