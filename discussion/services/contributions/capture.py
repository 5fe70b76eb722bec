"""What rapporteurs do on their sheets: add notes, type, classify, answer, read back."""

from datetime import datetime, timedelta
from typing import Any

from discussion.domain.contributions import (
    CONTRIBUTION,
    DECIDED,
    NOTE_LIMIT,
    QUIET_SECONDS,
    READ_BACK_CHOICES,
    SHEET,
    UNSAID,
    Contribution,
    same_words,
    says_something,
)
from discussion.domain.drafting.passages import PASSAGE_LIMIT
from discussion.domain.people import Actor
from discussion.domain.synthesis import WORDS_STAND
from discussion.errors import Malformed, NotFound, Refused
from discussion.live.commands import Command
from discussion.live.texts import Accepted, accept
from discussion.services.contributions.naming import ended_by_others
from discussion.services.drafting.paragraphs import may_draft
from discussion.services.pad import Pad, Page
from discussion.services.translations.writing import may_write_translation
from discussion.services.work import Facts, Happened, Runtime, Work, allow
from discussion.storage import contributions as notes
from discussion.storage import programme, texts
from discussion.storage.contributions import Note
from discussion.storage.database import Database
from discussion.storage.programme import Sheet
from discussion.storage.texts import TypedText

BEHIND_LIMIT = 2_000  # versions; an edit made on an older one is merged by its own client


def add_note(work: Work, actor: Actor, facts: Facts) -> Happened:
    """A new, empty note on a sheet; late when the sheet is locked already."""
    sheet = _sheet(work, actor, "add_note", facts["sheet"])
    _known_subtopic(work, sheet.topic, facts["subtopic"])
    if texts.find_text(work.transaction, facts["note"]) is not None:
        raise Malformed("id_taken")
    note = Contribution(
        id=facts["note"],
        sheet=sheet.id,
        table=sheet.table,
        topic=sheet.topic,
        text="",
        version=0,
        kind=facts["kind"],
        subtopic=facts["subtopic"],
        countries=(),
        status=CONTRIBUTION.start,
        position=facts["position"],
        question=None,
        answer=None,
        reason=None,
        remark=None,
        late=sheet.state == "locked",
        read_back=False,
        language="en",
        created_at=work.now,
    )
    texts.add_text(work.transaction, work.workshop, note.id, "")
    notes.add_note(work.transaction, note, workshop=work.workshop, author=actor.person)
    return Happened(note.id, sheet.id, sheet.topic, payload=dict(facts))


def edit_text(work: Work, actor: Actor, facts: Facts) -> Happened:
    """One edit of somebody's words, of whatever they are, rebased over what came before.

    Raises ``Refused("too_long")`` when the text would outgrow its bound and
    ``Refused("stale")`` when its base is older than the kept history. Raises
    ``Refused("point_confirmed")`` for the words of a point that the room and documents show.
    """
    page = work.pad.page(facts["text"])
    if page is None:
        raise NotFound
    text = page.text
    _same_workshop(work, text.workshop)
    _may_type(work, actor, text)
    if text.point_status in WORDS_STAND:
        raise Refused("point_confirmed")
    accepted = _merged(work.pad, page, facts)
    fields = _moved_by_typing(page, accepted.text) | ended_by_others(actor, page, accepted.text)
    work.pad.write(page, accepted, fields)
    payload = {"change": accepted.change, **fields}
    if text.translation_of is not None:
        payload["of"] = text.translation_of
    topic = None if text.paragraph or text.passage else text.topic  # these stand on no board
    return Happened(text.id, text.sheet, topic, accepted.version, payload)


def submit_note(work: Work, actor: Actor, facts: Facts) -> Happened:
    """A note is done for now: Enter was pressed, it was left, or nobody typed for a while.

    Two of these often happen at once, so submitting what is submitted changes nothing.
    """
    note = _note(work, actor, "submit_note", facts["note"])
    if note.contribution.status != CONTRIBUTION.start:
        return _set(work, note, typed_at=note.typed_at)
    if not says_something(note.contribution.text):
        raise Refused("words_needed")
    return _move(work, note, "submit", submitted_at=work.now)


def set_note_kind(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Says what a note is: a challenge, a good practice and so on."""
    note = _note(work, actor, "set_note_kind", facts["note"])
    return _set(work, note, kind=facts["value"])


def set_note_subtopic(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Puts a note under one of its topic's subtopics, or under none."""
    note = _note(work, actor, "set_note_subtopic", facts["note"])
    _known_subtopic(work, note.contribution.topic, facts["value"])
    return _set(work, note, subtopic=facts["value"])


def move_note(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Gives a note another place on its sheet."""
    note = _note(work, actor, "move_note", facts["note"])
    return _set(work, note, position=facts["value"])


def withdraw_note(work: Work, actor: Actor, facts: Facts) -> Happened:
    """The table takes a note back; its words stay in the history."""
    note = _note(work, actor, "withdraw_note", facts["note"])
    sheet = programme.find_sheet(work.transaction, sheet=note.contribution.sheet)
    if sheet is not None and sheet.state == "locked":
        raise Refused("sheet_locked")
    return _move(work, note, "withdraw")


def restore_note(work: Work, actor: Actor, facts: Facts) -> Happened:
    """The table puts a withdrawn note forward again."""
    note = _note(work, actor, "restore_note", facts["note"])
    return _move(work, note, "restore")


def answer_question(work: Work, actor: Actor, facts: Facts) -> Happened:
    """The table answers the moderator's question; the note goes back to the queue."""
    note = _note(work, actor, "answer_question", facts["note"])
    return _move(work, note, "answer", answer=facts["answer"])


def read_back_sheet(work: Work, actor: Actor, facts: Facts) -> Happened:
    """The table has heard its notes and confirms the three to five that matter."""
    sheet = _sheet(work, actor, "read_back_sheet", facts["sheet"])
    held = [note.contribution for note in notes.notes_of_sheet(work.transaction, sheet.id)]
    live = [note.id for note in held if note.status not in UNSAID]
    least, most = READ_BACK_CHOICES
    chosen = facts["notes"]
    if not set(chosen) <= set(live) or not min(least, len(live)) <= len(chosen) <= most:
        raise Refused("choose_three_to_five", least=min(least, len(live)), most=most)
    state = SHEET.after("read_back", sheet.state)
    for note in held:
        if note.read_back != (note.id in chosen):
            notes.write_note(work.transaction, note.id, read_back=note.id in chosen)
    programme.write_sheet_state(work.transaction, sheet.id, state)
    return Happened(sheet.id, sheet.id, sheet.topic, payload={"notes": list(chosen)})


def lock_sheet(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Ends a sheet; words that still come are taken and marked late."""
    return _move_sheet(work, actor, "lock", facts["sheet"])


def reopen_sheet(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Opens a sheet again."""
    return _move_sheet(work, actor, "reopen", facts["sheet"])


def quiet_notes(database: Database, runtime: Runtime) -> tuple[tuple[str, Command], ...]:
    """Commands, by workshop, that submit the notes nobody has typed in for a while.

    The authority keeps this rule, so that a tablet that died strands no note.
    """
    before = runtime.now() - timedelta(seconds=QUIET_SECONDS)
    with database.reading() as transaction:
        found = notes.quiet_notes(transaction, before)
    return tuple(
        (workshop, Command(runtime.new_id(), "submit_note", {"note": note}))
        for workshop, note in found
    )


def _merged(pad: Pad, page: Page, facts: Facts) -> Accepted:
    base, behind = facts["base"], page.version - facts["base"]
    near = 0 < behind <= BEHIND_LIMIT  # reading more alone would hold up everybody
    return accept(
        page.content,
        page.version,
        facts["change"],
        base=base,
        changes_since=pad.changes_since(page, base) if near else (),
        limit=_limit(page.text),
    )


def _limit(text: TypedText) -> int:
    """A translation may be as long as the longest text it can be of."""
    return PASSAGE_LIMIT if text.passage or text.translation_of else NOTE_LIMIT


def _may_type(work: Work, actor: Actor, text: TypedText) -> None:
    """Asks for permission to write in a text; raises ``NotFound``."""
    if text.paragraph is not None:
        may_draft(actor, "edit_paragraph", text.workshop, text.topic)
    elif text.passage is not None:
        may_draft(actor, "edit_passage", text.workshop, text.topic)
    elif text.translation_of is not None:
        may_write_translation(work, actor, text.translation_of)
    elif text.point is not None:
        allow(actor, "edit_point", text.workshop, topic=text.topic)
    elif text.sheet is not None:
        allow(actor, "edit_note", text.workshop, table=text.table, topic=text.topic)
    else:
        raise NotFound


def _moved_by_typing(page: Page, content: str) -> dict[str, Any]:
    """What new words do besides: a decided note waits again, one of a locked sheet is late."""
    text, fields = page.text, dict[str, Any]()
    status = page.fields.get("status", text.status)
    if status in DECIDED and not same_words(text.decided_text or "", content):
        fields["status"] = "submitted"
    if text.sheet_state == "locked" and not page.fields.get("late", text.late):
        fields["late"] = True
    return fields


def _move(work: Work, note: Note, move: str, **fields: Any) -> Happened:
    status = CONTRIBUTION.after(move, note.contribution.status)
    return _set(work, note, status=status, **fields)


def _set(work: Work, note: Note, **fields: Any) -> Happened:
    notes.write_note(work.transaction, note.contribution.id, **fields)
    payload = {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in fields.items()
    }
    said = note.contribution
    return Happened(said.id, said.sheet, said.topic, payload=payload)


def _move_sheet(work: Work, actor: Actor, move: str, sheet_id: str) -> Happened:
    sheet = _sheet(work, actor, f"{move}_sheet", sheet_id)
    state = SHEET.after(move, sheet.state)
    programme.write_sheet_state(work.transaction, sheet.id, state)
    return Happened(sheet.id, sheet.id, sheet.topic, payload={"state": state})


def _note(work: Work, actor: Actor, action: str, note_id: str) -> Note:
    note = notes.find_note(work.transaction, note_id)
    if note is None:
        raise NotFound
    _same_workshop(work, note.workshop)
    said = note.contribution
    allow(actor, action, note.workshop, table=said.table, topic=said.topic)
    return note


def _sheet(work: Work, actor: Actor, action: str, sheet_id: str) -> Sheet:
    sheet = programme.find_sheet(work.transaction, sheet=sheet_id)
    if sheet is None:
        raise NotFound
    _same_workshop(work, sheet.workshop)
    allow(actor, action, sheet.workshop, table=sheet.table, topic=sheet.topic)
    return sheet


def _same_workshop(work: Work, workshop: str) -> None:
    if workshop != work.workshop:
        raise NotFound


def _known_subtopic(work: Work, topic: str | None, subtopic: str | None) -> None:
    if subtopic is None:
        return
    if topic is None or subtopic not in programme.subtopic_ids(work.transaction, topic):
        raise Malformed("subtopic_unknown")
