"""Taking back one's own words leaves others' words exactly as they are, in a real browser.

Every character of a run is another one, so that it is known of each who wrote it and who took it
away. What is expected is worked out from that alone, never with the algebra under test.
"""

import random

import pytest

pytestmark = pytest.mark.browser

RUNS = 600
STEPS = 14
PLAY = """(runs) => runs.map((steps) => { try {
    const history = new live.History();
    let text = "";
    const seen = [];
    const put = (change) => { text = live.apply(text, change); };
    const does = {
        mine: (change) => { history.typed(change, text, { at: 5_000 * seen.length }); },
        theirs: (change) => { history.arrived(change); },
        undo: () => history.undo(text)?.change ?? [],
        redo: () => history.redo(text)?.change ?? [],
    };
    for (const [who, spans, words] of steps) {
        const size = Array.from(text).length;
        const from = Math.floor(spans[0] * (size + 1));
        const gone = Math.min(size - from, Math.floor(spans[1] * 4));
        const change = live.normalise([from, -gone, words]);
        put(does[who](change) ?? change);
        seen.push(text);
    }
    const together = text;
    let moves = 0;
    while (history.done.length) { put(does.undo()); moves += 1; }
    const alone = text;
    for (; moves; moves -= 1) put(does.redo());
    return { seen, together, alone, again: text };
} catch (error) { return { broken: String(error) }; } })"""


def runs(number, *, seed=8):
    chance = random.Random(seed)
    alphabet = [chr(code) for code in range(0x4E00, 0x9000)] + [
        chr(code) for code in range(0x1F300, 0x1F600)
    ]
    for _ in range(number):
        fresh = iter(chance.sample(alphabet, 200))
        yield [
            (
                chance.choices(("mine", "theirs", "undo", "redo"), (5, 4, 1, 1))[0],
                [chance.random(), chance.random()],
                "".join(next(fresh) for _ in range(chance.randint(0, 4))),
            )
            for _ in range(STEPS)
        ]


def expected(steps, seen):
    """The characters that stay when all of mine is undone, in any order."""
    owner, taken, before = {}, set(), ""
    for (who, _, _), after in zip(steps, seen, strict=True):
        for letter in set(after) - set(before):
            owner.setdefault(letter, who)
        if who == "theirs":
            taken |= set(before) - set(after)
        before = after
    return {letter for letter, who in owner.items() if who == "theirs"} - taken


def faults(steps, played):
    if "broken" in played:
        return [played["broken"]]
    found = []
    if set(played["alone"]) != expected(steps, played["seen"]):
        found.append("other words than theirs are left")
    if len(set(played["alone"])) != len(played["alone"]):
        found.append("a word stands there twice")
    for text in [*played["seen"], played["together"]]:
        order = [letter for letter in text if letter in played["alone"]]
        if order != sorted(order, key=played["alone"].index):
            found.append("their words changed places")
    if played["again"] != played["together"]:
        found.append("doing it again gave something else")
    return found


def play(ask, *, script=PLAY):
    drawn = list(runs(RUNS))
    return [
        fault
        for steps, played in zip(drawn, ask(script, drawn), strict=True)
        for fault in faults(steps, played)
    ]


def test_a_history_that_does_not_hear_of_others_is_caught(ask):
    deaf = PLAY.replace("history.arrived(change);", "")
    assert len(play(ask, script=deaf)) > RUNS / 10


def test_undoing_all_of_mine_leaves_what_others_wrote_and_redo_brings_mine_back(ask):
    assert play(ask) == []
