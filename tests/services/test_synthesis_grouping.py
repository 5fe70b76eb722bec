"""Points merged, split, separated and removed: truth tables and races of two."""

from typing import Any

from discussion.services.publications.reading import record_of
from discussion.storage import contributions, synthesis
from tests.kit.house import Held
from tests.services.test_synthesis import point, state

SETTLED = {
    "proposed": (),
    "confirmed": ("confirm",),
    "noted_only": ("note_only",),
    "parked": ("park",),
    "merged": ("merge",),
    "removed": ("remove",),
}
"""By which move a new point comes into each state."""

TABLE = """
            merge         merge_into    split         move_out      move_in       remove         restore   separate
proposed    done          done          done          done          done          done           no_move   no_move
confirmed   done          done          done          done          done          no_move        no_move   no_move
noted_only  done          done          done          done          done          done           no_move   no_move
parked      done          done          done          done          done          done           no_move   no_move
merged      merged        merged        merged        merged        merged        merged         no_move   done
removed     removed       removed       removed       removed       removed       removed        done      no_move
"""  # noqa: E501 - a table is read along its lines
REFUSALS = {
    "done": None,
    "no_move": "move_not_possible",
    "merged": "point_merged",
    "removed": "point_removed",
}
ROWS = [line.split() for line in TABLE.strip().splitlines()]
CELLS = [
    (row[0], act, said) for row in ROWS[1:] for act, said in zip(ROWS[0], row[1:], strict=True)
]


def do(held: Held, kind: str, /, by: str = "moderator", **facts: Any) -> str:
    """One thing a moderator does; the id of its command."""
    asked = held.command(kind, **facts)
    answer = held.batch((held.actor(by), asked)).answers[0]
    if answer.refusal is not None:
        raise answer.refusal
    return str(asked["id"])


def merge(held: Held, one: str, into: str, by: str = "moderator") -> str:
    """A point merged into another as both read now; the id of the command."""
    versions = {"version": held.version(one), "into_version": held.version(into)}
    return do(held, "merge_point", by, point=one, into=into, **versions)


def in_state(held: Held, wanted: str, sources: list[str]) -> str:
    """A point in that state; one that still stands rests on the sources."""
    made = point(held, "One", sources=[] if wanted == "removed" else sources)
    for move in SETTLED[wanted]:
        if move == "merge":
            merge(held, made, point(held, "Other"))
        elif move == "remove":
            do(held, "remove_point", point=made, version=0)
        else:
            do(held, f"{move}_point", point=made, version=0, state="proposed")
    return made


def tried(held: Held, wanted: str, act: str) -> str | None:
    """The code of the refusal when a thing is done to a point in that state."""
    note, other = held.accept("Mine"), point(held, "Theirs")
    made = in_state(held, wanted, [] if act == "remove" else [note])
    theirs, new = held.accept("Theirs"), held.runtime.new_id()
    do(held, "add_source", point=other, note=theirs)
    between = {"version": 0, "into_version": 0}
    acts: dict[str, tuple[str, dict[str, Any]]] = {
        "merge": ("merge_point", {"point": made, "into": other, **between}),
        "merge_into": ("merge_point", {"point": other, "into": made, **between}),
        "split": ("split_point", {"point": made, "new": new, "notes": [note], "position": "V"}),
        "move_out": ("move_sources", {"point": made, "into": other, "notes": [note]}),
        "move_in": ("move_sources", {"point": other, "into": made, "notes": [theirs]}),
        "remove": ("remove_point", {"point": made, "version": 0}),
        "restore": ("restore_point", {"point": made}),
        "separate": ("separate_point", {"point": made}),
    }
    kind, facts = acts[act]
    refusal = held.batch((held.actor("moderator"), held.command(kind, **facts))).answers[0].refusal
    return refusal and refusal.code


def test_what_can_be_done_to_a_point_in_each_state(workshop: Held):
    got = {(wanted, act): tried(workshop, wanted, act) for wanted, act, _ in CELLS}
    assert got == {(wanted, act): REFUSALS[said] for wanted, act, said in CELLS}


def test_a_merged_point_brings_its_sources_along_and_keeps_its_words(workshop: Held):
    one, two = workshop.accept("One"), workshop.accept("Two", by="second")
    first, second = (
        point(workshop, "First", sources=[one]),
        point(workshop, "Second", sources=[two]),
    )
    merge(workshop, first, second)
    gone = state(workshop, first)
    assert (gone["status"], gone["merged_into"], gone["text"]) == ("merged", second, "First")
    assert gone["sources"] == [], "a merged point counts nowhere"
    assert state(workshop, second)["sources"] == [two, one]
    assert workshop.note(one).contribution.text == "One"


def test_a_merged_point_stands_by_itself_again_whoever_separates_it(workshop: Held):
    shared, one = workshop.accept("Shared"), workshop.accept("One")
    first, second = (
        point(workshop, "First", sources=[shared, one]),
        point(workshop, sources=[shared]),
    )
    merge(workshop, first, second)
    do(workshop, "separate_point", "secretariat", point=first)
    assert set(state(workshop, first)["sources"]) == {shared, one}
    assert state(workshop, second)["sources"] == [shared], "what was its own stays its own"
    assert state(workshop, first)["status"] == "proposed"


def test_what_was_moved_on_since_a_merge_stays_there_when_it_is_separated(workshop: Held):
    note = workshop.accept("One")
    first, second, third = point(workshop, "A", sources=[note]), point(workshop), point(workshop)
    merge(workshop, first, second)
    do(workshop, "move_sources", point=second, into=third, notes=[note])
    do(workshop, "separate_point", point=first)
    assert state(workshop, first)["sources"] == state(workshop, third)["sources"] == [note]


def test_a_chain_of_merges_comes_apart_from_its_end(workshop: Held):
    first, second, third = point(workshop, "A"), point(workshop, "B"), point(workshop, "C")
    merge(workshop, first, second)
    merge(workshop, second, third)
    staff = workshop.actor("moderator")
    refusal = workshop.refused(staff, "separate_point", point=first, code="point_merged")
    assert refusal.facts["words"] == "C"
    do(workshop, "separate_point", point=second)
    do(workshop, "separate_point", point=first)


def test_a_split_makes_a_point_without_words_of_the_chosen_notes(workshop: Held):
    one, two = workshop.accept("One"), workshop.accept("Two")
    made = point(workshop, "Both", sources=[one, two], kind="challenge")
    do(workshop, "split_point", point=made, new="newpoint", notes=[two], position="Z")
    new = state(workshop, "newpoint")
    assert (new["sources"], new["text"], new["kind"]) == ([two], "", "challenge")
    assert (new["status"], state(workshop, made)["sources"]) == ("proposed", [one])


def test_a_point_that_rests_on_notes_is_not_removed(workshop: Held):
    made, staff = point(workshop, sources=[workshop.accept("One")]), workshop.actor("moderator")
    workshop.refused(staff, "remove_point", point=made, version=0, code="point_has_sources")


def test_a_removed_point_comes_back_with_its_words(workshop: Held):
    made = point(workshop, "Some words")
    do(workshop, "remove_point", point=made, version=0)
    do(workshop, "restore_point", point=made)
    back = state(workshop, made)
    assert (back["status"], back["text"]) == ("proposed", "Some words")


def test_merging_is_decided_on_the_words_of_both(workshop: Held):
    first, second = point(workshop, "A"), point(workshop, "B")
    workshop.type(second, "Not ", by="secretariat")
    facts = {"point": first, "into": second, "version": 0, "into_version": 0}
    staff = workshop.actor("moderator")
    told = workshop.refused(staff, "merge_point", **facts, code="version_moved")
    assert told.facts["words"] == "Not B"


def test_words_typed_into_a_point_while_a_colleague_merges_it_are_kept(workshop: Held):
    first, second = point(workshop, "A"), point(workshop, "B")
    merge(workshop, first, second, by="secretariat")
    workshop.type(first, "More of ", by="moderator", base=0)
    assert state(workshop, first)["text"] == "More of A"


def test_documents_never_meet_a_point_that_was_merged_away_or_removed(workshop: Held):
    note = workshop.accept("One")
    first, second = point(workshop, "Merged", sources=[note]), point(workshop, "Stands")
    merge(workshop, first, second)
    do(workshop, "remove_point", point=point(workshop, "Removed"), version=0)
    do(workshop, "confirm_point", point=second, version=0, state="proposed")
    with workshop.database.reading() as transaction:
        record = record_of(transaction, workshop.id)
        lines = counted(transaction, workshop)
    assert [(p.statement, p.sources) for p in record.points] == [("Stands", (note,))]
    assert lines == [(note, second)]


def counted(transaction: Any, held: Held) -> list[tuple[str, str]]:
    """Every note that is a source, with its point."""
    notes = contributions.notes_of_workshop(transaction, held.id)
    ids = [note.contribution.id for note in notes]
    return [(n, p) for n in ids for p, _ in synthesis.rows_of_note(transaction, n)]


RACES: dict[str, tuple[str, str, str]] = {
    "both merge, each into the other": ("merge 0 1", "merge 1 0", "point_merged"),
    "both merge it, each into another": ("merge 0 1", "merge 0 2", "point_merged"),
    "one merges, one confirms": ("merge 0 1", "confirm 0", "point_merged"),
    "one merges, one splits": ("merge 0 1", "split 0", "point_merged"),
    "one confirms, one parks": ("confirm 0", "park 0", "point_decided_meanwhile"),
    "both confirm": ("confirm 0", "confirm 0", "point_decided_meanwhile"),
    "both move one note elsewhere": ("move 0 1", "move 0 2", "source_gone"),
    "one splits, one moves the same note": ("split 0", "move 0 1", "source_gone"),
    "one takes the note out, one moves it": ("out 0", "move 0 1", "source_gone"),
    "both separate": ("separate 3", "separate 3", "move_not_possible"),
    "both remove": ("remove 4", "remove 4", "point_removed"),
    "one adds a source, one removes the point": ("add 4", "remove 4", "point_has_sources"),
    "one removes the point, one adds a source": ("remove 4", "add 4", "point_removed"),
}


def race(held: Held, first: str, second: str) -> list[str | None]:
    """What two moderators who do this in one moment are answered: codes of refusals."""
    note, more = held.accept("One"), held.accept("More")
    points = [point(held, "A", sources=[note]), *(point(held, words) for words in "BCDE")]
    merge(held, points[3], points[1])

    def command(written: str) -> dict[str, Any]:
        act, *named = written.split()
        one, *other = (points[int(n)] for n in named)
        into = dict(zip(["into"], other, strict=False))
        new = {"new": held.runtime.new_id(), "position": "V"}
        facts: dict[str, tuple[str, dict[str, Any]]] = {
            "merge": ("merge_point", {**into, "version": 0, "into_version": 0}),
            "confirm": ("confirm_point", {"version": 0, "state": "proposed"}),
            "park": ("park_point", {"version": 0, "state": "proposed"}),
            "split": ("split_point", {**new, "notes": [note]}),
            "move": ("move_sources", {**into, "notes": [note]}),
            "out": ("remove_source", {"note": note}),
            "separate": ("separate_point", {}),
            "remove": ("remove_point", {"version": 0}),
            "add": ("add_source", {"note": more}),
        }
        kind, rest = facts[act]
        return held.command(kind, point=one, **rest)

    two = (held.actor("moderator"), held.actor("secretariat"))
    asked = [(who, command(written)) for who, written in zip(two, (first, second), strict=True)]
    return [a.refusal and a.refusal.code for a in held.batch(*asked).answers]


def test_the_second_of_two_moderators_is_told_and_the_first_ones_decision_stands(workshop: Held):
    got = {name: race(workshop, first, second) for name, (first, second, _) in RACES.items()}
    assert got == {name: [None, code] for name, (_, _, code) in RACES.items()}


def test_many_notes_join_a_point_together_or_not_at_all(workshop: Held):
    made, notes = point(workshop), [workshop.accept(f"Note {n}") for n in range(3)]
    waiting = workshop.say("Not accepted")
    staff, all_of_them = workshop.actor("moderator"), {"point": made, "notes": [*notes, waiting]}
    workshop.refused(staff, "add_sources", code="note_not_accepted", **all_of_them)
    assert state(workshop, made)["sources"] == []
    do(workshop, "add_source", point=made, note=notes[1])
    joining = do(workshop, "add_sources", point=made, notes=notes)
    assert set(state(workshop, made)["sources"]) == set(notes)
    workshop.act(staff, "undo_decision", decision=joining)
    assert state(workshop, made)["sources"] == [notes[1]], "what was there before stays"
