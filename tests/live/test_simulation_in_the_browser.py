"""The browser's replica goes through the same runs and is, step by step, the same value."""

import pytest

from tests.live.simulation import simulate

pytestmark = pytest.mark.browser

SEEDS = 300
REPLAY = """(scripts) => {
    const named = { catch_up: "catchUp" };
    const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
    const ordered = ({ version, text, sent, rebased, saved, pending, refused, sealed }) => ({
        version, text, rebased, saved, pending, refused,
        sealed: sealed.map(({ command, change }) => ({ command, change })),
        sent: sent && { command: sent.command, base: sent.base, change: sent.change },
    });
    const faults = [];
    for (const [name, steps] of scripts) {
        let replica = live.fresh(0, "");
        for (const [number, [does, facts, expected, moved]] of steps.entries()) {
            let change = null;
            if (does === "reload") replica = expected; // what the journal gave back
            else {
                const result = live[named[does] ?? does](replica, ...facts);
                if (result.replica) ({ replica, change } = result);
                else replica = result;
            }
            if (!same(ordered(replica), ordered(expected)) || !same(change, moved)) {
                faults.push(`${name}, step ${number}: ${does}`);
                break;
            }
        }
    }
    return faults;
}"""


def scripts(seeds):
    """What each client's replica was asked in these runs, and what became of it."""
    for seed in seeds:
        for client in simulate(seed, recording=True).clients:
            yield f"seed {seed} {client.name}", client.steps


def test_a_planted_difference_is_caught(ask):
    script = [(name, [list(step) for step in steps]) for name, steps in scripts(range(3))]
    script[1][1][-1][2] = {**script[1][1][-1][2], "version": 999}
    assert len(ask(REPLAY, script)) == 1


@pytest.mark.parametrize("third", range(3))
def test_the_browsers_replica_is_the_same_after_every_step(ask, third):
    size = SEEDS // 3
    replayed = list(scripts(range(third * size, (third + 1) * size)))
    assert sum(len(steps) for _, steps in replayed) > 5_000
    assert ask(REPLAY, replayed) == []
