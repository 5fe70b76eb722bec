"""The server is killed while people type: what was acknowledged is there, once, at its version.

No kill in N loses a word: the true rate is then below 3 / N with 95 % confidence. The long form
is ``make soak PART=kills``.
"""

from pathlib import Path

from tests.journeys.kills import kill
from tests.journeys.reborn import reborn
from tests.kit.nursery import EARLY


def test_no_word_is_lost_or_doubled_in_sixty_kills(tmp_path: Path):
    with reborn(tmp_path) as server:
        found = kill(server, times=60, seed=2025)
    assert found.faults == []
    assert found.promises > 10 * found.kills, "so few answers prove nothing"
    assert found.starts_cut_short >= 5


def test_a_server_that_answers_before_it_commits_is_caught(tmp_path: Path):
    with reborn(tmp_path, EARLY) as server:
        found = kill(server, times=20, seed=7, until=lambda found: bool(found.faults))
    assert any("was promised" in fault for fault in found.faults), found
