"""How strong a point stands, in words: rule 4 of the product at each of its boundaries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discussion.domain.synthesis import STRENGTHS, strength_of

BOUNDARIES = """
raising  discussing  word
0        0           no table
0        10          no table
1        1           one table
1        2           one table
1        150         one table
2        2           two tables
2        3           two tables
2        150         two tables
3        3           all tables
10       10          all tables
150      150         all tables
3        4           most tables
3        5           most tables
9        10          most tables
6        11          most tables
6        10          most tables
5        10          many tables
3        6           many tables
5        9           most tables
4        9           many tables
3        12          many tables
3        13          several tables
3        11          many tables
4        16          many tables
4        17          several tables
5        20          many tables
5        21          several tables
37       150         several tables
38       150         many tables
75       150         many tables
76       150         most tables
149      150         most tables
"""

ROWS = [line.split(maxsplit=2) for line in BOUNDARIES.strip().splitlines()[1:]]


@pytest.mark.parametrize(
    ("raising", "discussing", "word"), ROWS, ids=[f"{n} of {of}: {word}" for n, of, word in ROWS]
)
def test_a_point_raised_by_so_many_tables_of_so_many_is_said_to_be_raised_by(
    raising: str, discussing: str, word: str
) -> None:
    assert STRENGTHS[strength_of(int(raising), int(discussing))] == word


SCALE = ["several", "many", "most", "all"]


@given(st.integers(3, 600), st.integers(0, 600), st.integers(0, 600))
def test_more_tables_are_never_said_in_a_weaker_word(raising: int, more: int, silent: int) -> None:
    discussing = raising + more + silent
    weaker = SCALE.index(strength_of(raising, discussing))
    stronger = SCALE.index(strength_of(raising + more, discussing))
    assert stronger >= weaker


def test_more_tables_than_discussed_are_still_all() -> None:
    # a table that withdrew its last note after a merge must not make the word fail
    assert strength_of(4, 3) == "all"
