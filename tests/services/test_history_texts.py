"""Versions of a text: every one can be read again, whoever typed it; nobody is named wrongly."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from discussion.errors import NotFound
from discussion.live.changes import apply, normalise
from discussion.live.commands import parse_command
from discussion.services.commands import Request, run_batch
from discussion.services.history import sittings as sitting
from discussion.services.history import texts
from tests.kit.house import Held
from tests.services.paragraphs import add_paragraph
from tests.services.passages import begin_passage
from tests.services.test_synthesis import point

TABLE = "rapporteur"


def history(held: Held, text: str, by: str = TABLE) -> dict[str, Any]:
    """A text's history as somebody is told of it."""
    with held.database.reading() as transaction:
        return texts.history_of(transaction, held.actor(by), text)


def versions(held: Held, text: str, by: str = TABLE) -> list[tuple[str, int, str]]:
    """Who ended which version, and what it said."""
    told = history(held, text, by)
    words, found = told["first"]["words"], []
    for one in told["sittings"]:
        words = apply(words, one["change"])
        found.append((one["who"], one["last"], words))
    return found


def edit(held: Held, text: str, by: str, change: list[Any], base: int) -> str | None:
    """One edit made on an older version, and what the text says now; None when it was refused."""
    command = held.command("edit_text", text=text, base=base, change=change)
    answer = held.batch((held.actor(by), command)).answers[0]
    return None if answer.refusal else held.note(text).contribution.text


def test_what_is_typed_without_a_longer_pause_is_one_sitting(workshop: Held):
    note = workshop.write()
    for at, words in enumerate(("Skills", " matter", " most")):
        workshop.clock.advance(50)
        workshop.type(note, words, at=len("Skills matter"[: (0, 6, 13)[at]]))
    workshop.clock.advance(61)
    workshop.type(note, "Perhaps: ")
    assert versions(workshop, note) == [
        ("Your table", 3, "Skills matter most"),
        ("Your table", 4, "Perhaps: Skills matter most"),
    ]


def test_two_of_a_table_are_one_voice_and_a_moderator_is_another(workshop: Held):
    workshop.people["partner"] = workshop.rapporteur(1, name="Nadia")
    note = workshop.write("One")
    workshop.type(note, "Two ", by="partner")
    workshop.clock.advance(4)
    workshop.type(note, "Three ", by="moderator")
    table, moderator = versions(workshop, note), versions(workshop, note, by="moderator")
    assert [who for who, _, _ in table] == ["Your table", "A moderator"]
    assert [who for who, _, _ in moderator] == ["Table 1", "Moderator"]
    for name in ("Nadia", workshop.actor(TABLE).name, "Moderator"):
        assert name not in str(history(workshop, note))
    assert "Nadia" not in str(history(workshop, note, by="moderator"))


def test_those_who_type_side_by_side_share_a_sitting(workshop: Held):
    made = point(workshop, "Point")
    for by in ("moderator", "secretariat") * 2:
        workshop.type(made, f"{by} ", by=by)
        workshop.clock.advance(2)
    workshop.clock.advance(2)
    workshop.type(made, "Alone ", by="moderator")
    told = versions(workshop, made, by="secretariat")
    assert [(who, last) for who, last, _ in told] == [
        ("Moderator, Secretariat", 4),
        ("Moderator", 5),
    ]
    assert history(workshop, made, by="chair")["first"]["words"] == "Point"


def test_a_copy_taken_in_later_is_the_tables_own_words(workshop: Held):
    note, typist = workshop.write("One"), workshop.actor(TABLE)
    command = workshop.command("edit_text", text=note, base=1, change=["Two "])
    taken = Request(
        workshop.actor("secretariat").session,
        parse_command({**command, "typed_by": typist.person}),
        for_table=typist.table,
    )
    batch = run_batch(workshop.database, workshop.runtime, workshop.id, [taken], print)
    assert batch.answers[0].refusal is None
    assert versions(workshop, note) == [("Your table", 2, "Two One")]


def test_words_that_are_not_kept_any_more_leave_a_gap_and_nothing_wrong(workshop: Held):
    note = workshop.write("One")
    with workshop.database.writing() as transaction:
        transaction.exec_driver_sql("UPDATE events SET payload = NULL, salt = NULL")
    told = history(workshop, note)
    assert [one["change"] for one in told["sittings"]] == [None]
    assert told["words"] == "One"


@pytest.mark.parametrize(
    ("by", "note", "made"),
    [
        ("rapporteur", True, None),
        ("second", None, None),
        ("moderator", False, True),
        ("secretariat", False, True),
        ("chair", None, False),
        ("room", None, None),
    ],
)
def test_who_reads_a_history_and_who_may_bring_words_back(
    workshop: Held, by: str, *, note: bool | None, made: bool | None
):
    written, stated = workshop.write("Words"), point(workshop, "Statement")
    for text, expected in ((written, note), (stated, made)):
        if expected is None:
            with pytest.raises(NotFound):
                history(workshop, text, by)
        else:
            assert history(workshop, text, by)["restores"] is expected


def test_a_moderator_who_may_not_open_the_sheet_reads_its_words_and_is_not_led_there(
    workshop: Held,
):
    note = workshop.write("Words")
    chosen = {"topic": None, "capturing": "table", "published": "table"}
    workshop.act(workshop.actor("secretariat"), "set_attribution", **chosen)
    for by, leads in (("moderator", False), (TABLE, True), ("secretariat", True)):
        assert versions(workshop, note, by)[-1][2] == "Words"
        with workshop.database.reading() as transaction:
            home = texts.home_of(transaction, workshop.actor(by), note)
        assert (home.sheet is not None) == (home.channel is not None) == leads


def test_what_was_withdrawn_or_is_gone_is_not_brought_back_from_its_history(workshop: Held):
    note = workshop.say("Words")
    workshop.act(workshop.actor(TABLE), "withdraw_note", note=note)
    gone = point(workshop, "Statement")
    workshop.act(workshop.actor("moderator"), "remove_point", point=gone, version=0)
    assert history(workshop, note)["restores"] is False
    assert history(workshop, gone, by="moderator")["restores"] is False


STEP = st.tuples(
    st.sampled_from((TABLE, "partner", "moderator")),
    st.integers(0, 3),  # versions behind
    st.floats(0, 1),  # where
    st.integers(0, 4),  # characters taken out
    st.text("ab é\U0001f600م", max_size=3),
    st.sampled_from((0, 2, 5, 59, 61, 300)),  # seconds since the edit before
)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(STEP, max_size=14))
def test_every_version_says_what_the_authority_said_then(workshop: Held, steps):
    workshop.people["partner"] = workshop.rapporteur(1, name="Nadia")
    note, said = workshop.write(), {0: ""}
    for by, behind, place, out, words, seconds in steps:
        base = max(0, max(said) - behind)
        at = round(place * len(said[base]))
        gone = min(out, len(said[base]) - at)
        change = normalise([at, -gone, words])
        if not change:
            continue
        workshop.clock.advance(seconds)
        now = edit(workshop, note, by, change, base)
        said |= {} if now is None else {max(said) + 1: now}
    told = versions(workshop, note, by="moderator")
    assert all(words == said[version] for _, version, words in told)
    assert (told[-1][1] if told else 0) == max(said)


def test_the_property_notices_a_sitting_that_loses_an_edit(
    workshop: Held, monkeypatch: pytest.MonkeyPatch
):
    note = workshop.write("One")
    workshop.type(note, "Two ")
    monkeypatch.setattr(sitting, "compose", lambda earlier, later: later)
    with pytest.raises(AssertionError):
        assert versions(workshop, note) == [("Your table", 2, "Two One")]


def test_a_paragraph_s_and_a_passage_s_history_begin_with_the_words_they_were_made_with(
    workshop: Held,
):
    paragraph = add_paragraph(workshop, "Urge", topic=workshop.topics[0].id)
    passage = begin_passage(workshop, "S02", "presentation-topic-1", "Urge")
    for text in (paragraph, passage):
        facts = {"text": text, "base": 0, "change": [4, " all"]}
        workshop.act(workshop.actor("secretariat"), "edit_text", **facts)
        told = history(workshop, text, by="moderator")
        assert (told["first"]["words"], told["words"], told["restores"]) == (
            "Urge",
            "Urge all",
            True,
        )
        with pytest.raises(NotFound):
            history(workshop, text)


def test_words_of_the_proceedings_are_read_by_moderators_and_brought_back_by_the_secretariat(
    workshop: Held,
):
    text = begin_passage(workshop, "background")
    assert not history(workshop, text, by="moderator")["restores"]
    assert history(workshop, text, by="secretariat")["restores"]


def test_a_paragraph_that_was_taken_out_is_not_written_in_from_its_history(workshop: Held):
    text = add_paragraph(workshop, "Urge")
    assert history(workshop, text, by="secretariat")["restores"]
    workshop.act(workshop.actor("secretariat"), "remove_paragraph", paragraph=text, version=0)
    assert not history(workshop, text, by="secretariat")["restores"]
