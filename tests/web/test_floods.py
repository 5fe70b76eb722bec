"""Twenty thousand messages, readers that never read, 100 MB frames: others go on writing.

The long form is ``make soak PART=flood``.
"""

from collections.abc import Iterator

import pytest
import requests

from tests.kit.house.held import Held
from tests.kit.server import Server
from tests.web.flooded import (
    GROWTH,
    Cost,
    attacked,
    crowded_house,
    measured,
    standing_still,
    unbearable,
)
from tests.web.hostiles import ATTACKS


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Held]]:
    with crowded_house(tmp_path_factory.mktemp("attacked")) as house:
        yield house


@pytest.fixture(scope="module")
def calm(crowded: tuple[Server, Held]) -> Cost:
    """What letters cost when nobody attacks."""
    return measured(*crowded)


@pytest.mark.parametrize("attack", ATTACKS)
def test_others_are_acknowledged_while_somebody(
    crowded: tuple[Server, Held], calm: Cost, attack: str
):
    with attacked(*crowded, attack):
        cost = measured(*crowded)
    assert not unbearable(cost, calm), (attack, cost, calm)
    assert cost.growth < GROWTH, (attack, cost)
    assert requests.get(f"{crowded[0].url}/healthz", timeout=10).status_code == 200


def test_no_attack_leaves_a_page_in_the_log(crowded: tuple[Server, Held]):
    log = (crowded[0].data / "server.log").read_text("utf-8")
    assert "Traceback" not in log, log[-2_000:]


def test_a_house_that_stands_still_again_and_again_is_caught(
    crowded: tuple[Server, Held], calm: Cost
):
    with standing_still(crowded[0]):
        cost = measured(*crowded, letters=6)
    assert unbearable(cost, calm)
