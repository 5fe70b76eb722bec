"""Every life-cycle as a grid: from each state, where each move leads, or that there is no way."""

from dataclasses import replace

import pytest

from discussion.domain.contributions import CONTRIBUTION, DECIDED, SHEET
from discussion.domain.contributions import STATUS_WORDS as CONTRIBUTION_WORDS
from discussion.domain.moves import LifeCycle, move
from discussion.domain.programme import DISCUSSION
from discussion.domain.synthesis import IN_OUTPUTS, POINT
from discussion.domain.synthesis import STATUS_WORDS as POINT_WORDS
from discussion.errors import Refused

NO_WAY = "-"

CONTRIBUTION_GRID = """
              submit     accept    return    park    rule_out      reconsider  answer     withdraw   restore
writing       submitted  -         -         -       -             -           -          withdrawn  -
submitted     -          accepted  returned  parked  out_of_scope  -           -          withdrawn  -
accepted      -          -         returned  parked  out_of_scope  submitted   -          withdrawn  -
returned      -          accepted  -         parked  out_of_scope  submitted   submitted  withdrawn  -
parked        -          accepted  returned  -       out_of_scope  submitted   -          withdrawn  -
out_of_scope  -          accepted  returned  parked  -             submitted   -          withdrawn  -
withdrawn     -          -         -         -       -             -           -          -          submitted
"""  # noqa: E501 - a grid is read along its lines

SHEET_GRID = """
           read_back  lock    reopen
open       read_back  locked  -
read_back  read_back  locked  reopened
locked     -          -       reopened
reopened   read_back  locked  -
"""

POINT_GRID = """
            confirm    propose   draft    note_only   park    merge   separate  remove   restore
proposed    confirmed  -         -        noted_only  parked  merged  -         removed  -
confirmed   -          proposed  drafted  noted_only  parked  merged  -         -        -
drafted     -          -         -        -           -       -       -         -        -
noted_only  confirmed  proposed  -        -           parked  merged  -         removed  -
parked      confirmed  proposed  -        noted_only  -       merged  -         removed  -
merged      -          -         -        -           -       -       proposed  -        -
removed     -          -         -        -           -       -       -         -        proposed
"""

DISCUSSION_GRID = """
         start    extend   close
planned  running  -        -
running  -        running  closed
closed   running  -        -
"""

LIFE_CYCLES = [
    pytest.param(CONTRIBUTION, CONTRIBUTION_GRID, id="contribution"),
    pytest.param(SHEET, SHEET_GRID, id="sheet"),
    pytest.param(POINT, POINT_GRID, id="point"),
    pytest.param(DISCUSSION, DISCUSSION_GRID, id="discussion"),
]


@pytest.mark.parametrize(("cycle", "grid"), LIFE_CYCLES)
def test_every_move_leads_from_every_state_where_the_grid_says(cycle: LifeCycle, grid: str) -> None:
    assert as_it_is(cycle) == as_written(grid)


@pytest.mark.parametrize(("cycle", "grid"), LIFE_CYCLES)
def test_the_possible_moves_are_those_the_grid_has_a_way_for(cycle: LifeCycle, grid: str) -> None:
    written = as_written(grid)
    for state in cycle.states:
        expected = {m for (s, m), target in written.items() if s == state and target != NO_WAY}
        assert set(cycle.possible(state)) == expected


@pytest.mark.parametrize(("cycle", "grid"), LIFE_CYCLES)
def test_a_life_cycle_begins_in_the_first_state_of_its_grid(cycle: LifeCycle, grid: str) -> None:
    assert cycle.start == cycle.states[0] == next(iter(as_written(grid)))[0]


def test_a_grid_notices_a_move_that_leads_elsewhere() -> None:
    bent = replace(SHEET, moves={**SHEET.moves, "lock": move("open", "read_back", to="locked")})
    assert as_it_is(bent) != as_written(SHEET_GRID)


def test_a_grid_notices_a_move_nobody_wrote_down() -> None:
    longer = replace(SHEET, moves={**SHEET.moves, "burn": move("open", to="locked")})
    assert as_it_is(longer) != as_written(SHEET_GRID)


def test_a_move_without_a_way_is_refused_with_what_was_tried() -> None:
    with pytest.raises(Refused) as refused:
        CONTRIBUTION.after("accept", "writing")
    assert refused.value.code == "move_not_possible"
    assert refused.value.status == 409
    assert refused.value.facts == {"subject": "contribution", "move": "accept", "state": "writing"}


def test_nobody_decides_on_a_note_that_is_still_being_written() -> None:
    assert set(CONTRIBUTION.possible("writing")) == {"submit", "withdraw"}


def test_every_decision_can_be_reconsidered() -> None:
    assert all(CONTRIBUTION.after("reconsider", state) == "submitted" for state in DECIDED)


def test_decided_states_are_the_ones_a_moderator_leads_to() -> None:
    decisions = ("accept", "return", "park", "rule_out")
    assert {CONTRIBUTION.after(d, "submitted") for d in decisions} == DECIDED


def test_every_state_has_a_word_for_people() -> None:
    assert set(CONTRIBUTION_WORDS) == set(CONTRIBUTION.states)
    assert set(POINT_WORDS) == set(POINT.states)


def test_only_confirmed_and_drafted_points_reach_the_outputs() -> None:
    assert {"confirmed", "drafted"} == IN_OUTPUTS


def as_written(grid: str) -> dict[tuple[str, str], str]:
    """(state, move) to the state the grid shows, row by row."""
    header, *rows = (line.split() for line in grid.strip().splitlines())
    return {
        (state, name): target
        for state, *targets in rows
        for name, target in zip(header, targets, strict=True)
    }


def as_it_is(cycle: LifeCycle) -> dict[tuple[str, str], str]:
    """(state, move) to the state the life-cycle leads to, or ``NO_WAY``."""
    return {(s, m): led_to(cycle, m, s) for s in cycle.states for m in cycle.moves}


def led_to(cycle: LifeCycle, name: str, state: str) -> str:
    try:
        return cycle.after(name, state)
    except Refused:
        return NO_WAY
