"""Numbers that people hold stay put; what comes later is "bis"; only the final text counts anew."""

from hypothesis import given
from hypothesis import strategies as st

from discussion.domain.drafting.numbering import Number, concordance, numbered


def numbers(paragraphs: str, frozen: dict[str, str] | None = None) -> list[str]:
    return [str(number) for number in numbered([(name,) for name in paragraphs], frozen or {})]


HELD = {"a": "1", "b": "2", "c": "3"}


def test_nothing_frozen_is_counted_through() -> None:
    assert numbers("abc") == ["1", "2", "3"]


def test_what_comes_later_is_bis_ter_and_quater() -> None:
    assert numbers("axbyzc", HELD) == ["1", "1 bis", "2", "2 bis", "2 ter", "3"]


def test_behind_the_last_one_counting_goes_on() -> None:
    assert numbers("abcde", HELD) == ["1", "2", "3", "4", "5"]


def test_before_the_first_one_is_ante() -> None:
    assert numbers("xyabc", HELD) == ["1 ante", "1 ante bis", "1", "2", "3"]
    assert numbers("xyabc", {**HELD, "x": "1 ante"}) == ["1 ante", "1 ante bis", "1", "2", "3"]


def test_a_number_that_was_deleted_is_nobody_else_s() -> None:
    assert numbers("acd", HELD) == ["1", "3", "4"]
    assert numbers("abd", HELD) == ["1", "2", "4"]
    assert numbers("axc", {**HELD, "b": "1 bis"}) == ["1", "1 ter", "3"]


def test_a_moved_paragraph_keeps_its_number() -> None:
    assert numbers("cab", HELD) == ["3", "1", "2"]


def test_after_decies_numbers_go_on_as_numbers() -> None:
    many = "bcdefghijkl"
    assert numbers(f"a{many}z", {"a": "1", "z": "2"})[9:] == ["1 decies", "1 11", "1 12", "2"]


def test_a_paragraph_is_known_by_any_of_its_names() -> None:
    assert numbered([("id", "slot"), ("new",)], {"slot": "4"}) == (Number(4), Number(5))


def test_a_frozen_number_that_is_none_is_no_number() -> None:
    assert numbers("ab", {"a": "<b>", "b": "0"}) == ["1", "2"]


names = st.permutations("abcdefgh").flatmap(
    lambda order: st.integers(0, 8).map(lambda size: "".join(order[:size]))
)


@given(st.lists(names, min_size=1, max_size=5))
def test_through_any_editions_no_number_changes_and_none_is_given_twice(drafts) -> None:
    held: dict[str, str] = {}
    for draft in drafts:
        given_now = dict(zip(draft, numbers(draft, held), strict=True))
        assert len(set(given_now.values())) == len(draft)
        assert all(held[name] == given_now[name] for name in draft if name in held)
        assert not {given_now[n] for n in draft if n not in held} & set(held.values())
        held |= given_now


def test_a_concordance_tells_of_every_paragraph_of_either() -> None:
    told = concordance({"z": "1", "a": "2", "b": "3", "c": "4"}, {"a": "1", "x": "2", "c": "4"})
    assert [(line.before, line.now, line.what) for line in told] == [
        ("1", "", "deleted"),
        ("2", "1", "renumbered"),
        ("3", "", "deleted"),
        ("", "2", "new"),
        ("4", "4", "same"),
    ]
    assert concordance({}, {}) == ()
