"""A whole run: every step in turn, kept as it is done, so that it can be stopped and taken up."""

import dataclasses
import json
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from bench import join, kill, table
from bench.board.results import latest as latest_board
from bench.figures import ratio, summary
from bench.machine import commit, described
from bench.peerage import KEEPERS, PLANTED, SERVERS
from bench.plan import FULL, Plan, Step, too_slow
from bench.process import ServerFailed
from bench.row import measure
from bench.servers import ROOT

RESULTS = ROOT / "bench" / "results"
LATEST = RESULTS / "latest.json"
UNFINISHED = RESULTS / "unfinished.jsonl"

Record = dict[str, Any]


def run(plan: Plan) -> None:
    """Measures everything of a plan that is not measured yet, and writes the results."""
    print(f"At most about {plan.minutes():.0f} minutes; it can be stopped and taken up again.")
    surroundings, began = described(), time.monotonic()
    _catch_planted_faults()
    records = _taken_up(plan)
    done = {_key(record) for record in records}
    steps = list(plan.steps())
    for place, step in enumerate(steps, 1):
        if _key(dataclasses.asdict(step)) in done:
            continue
        record = dataclasses.asdict(step) | _measured(plan, step, records)
        records.append(record)
        with UNFINISHED.open("a", encoding="utf-8") as file:
            file.write(json.dumps(record) + "\n")
        print(
            f"{place}/{len(steps)} {time.monotonic() - began:5.0f} s  {_told(record)}", flush=True
        )
    took = round(time.monotonic() - began)
    results = {"took_s": took, **surroundings, **_results(plan, records)}
    LATEST.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    UNFINISHED.unlink()
    print(table.in_short(results))
    if plan is FULL:
        table.write_page(results, latest_board())


def _catch_planted_faults() -> None:
    """A benchmark that sees neither loss nor delay is not run: it could not have failed."""
    dropping, delaying = (measure(server, 40, 2) for server in PLANTED)
    if not dropping["lost"]:
        raise SystemExit("The relay dropped updates and the benchmark did not see it.")
    if not isinstance(delaying["p50_ms"], float) or not 50 <= delaying["p50_ms"] < 80:
        raise SystemExit(f"A delay of 50 ms was measured as {delaying['p50_ms']} ms.")
    print(f"planted: {dropping['lost']} lost were seen, {delaying['p50_ms']} ms instead of 50")


def _taken_up(plan: Plan) -> list[Record]:
    """What an earlier, unfinished run of the same plan and commit has measured."""
    RESULTS.mkdir(exist_ok=True)
    head = {"plan": plan.name, "seconds": plan.seconds, "runs": plan.runs, "commit": commit()}
    lines = UNFINISHED.read_text("utf-8").splitlines() if UNFINISHED.exists() else []
    if lines and json.loads(lines[0]) == head:
        print(f"Taking up an unfinished run; remove {UNFINISHED.relative_to(ROOT)} to begin anew.")
        return [json.loads(line) for line in lines[1:]]
    UNFINISHED.write_text(json.dumps(head) + "\n", "utf-8")
    return []


def _measured(plan: Plan, step: Step, records: list[Record]) -> Record:
    measures: Mapping[str, Callable[[], Mapping[str, object]]] = {
        "row": lambda: measure(SERVERS[step.server], step.typing, plan.seconds, seed=step.run),
        "join": lambda: join.measure(KEEPERS[step.server]()),
        "kill": lambda: kill.measure(KEEPERS[step.server](), seed=step.run),
    }
    rows = [record for record in records if record["kind"] == "row"]
    if step.kind == "row" and too_slow(rows, step):
        return {"left_out": "too slow at a lower load"}
    try:
        return dict(measures[step.kind]())
    except (ServerFailed, OSError, TimeoutError) as failure:
        return {"failed": f"{type(failure).__name__}: {failure}"[:300]}


def _results(plan: Plan, records: list[Record]) -> Record:
    return {
        "plan": dataclasses.asdict(plan),
        "rows": _summed(records, "row", plan),
        "joins": _summed(records, "join", plan),
        "kills": _summed(records, "kill", plan),
        "ratios": _ratios(records),
    }


def _summed(records: list[Record], kind: str, plan: Plan) -> list[Record]:
    found: dict[tuple[str, int], list[Record]] = {}
    for record in records:
        if record["kind"] == kind and not {"failed", "left_out"} & set(record):
            found.setdefault((record["server"], record["typing"]), []).append(record)
    order = list(plan.loads)
    keys = sorted(found, key=lambda key: (key[1], order.index(key[0])))
    runs = ([_without(record, "kind", "run") for record in found[key]] for key in keys)
    return [summary(one, worst=("lost", "refused", "not_back")) for one in runs]


def _ratios(records: list[Record]) -> list[Record]:
    """Every figure of every server against Hocuspocus's of the same run and load."""
    fields = ("cpu_ms_per_1000", "p99_ms", "rss_mib", "all_in_ms", "back_ms")
    ratios = []
    found = {(r["kind"], r["server"], r["typing"]) for r in records}
    for kind, server, typing in sorted(found):
        for field in fields:
            mine, theirs = (
                _by_run(records, kind, one, typing, field) for one in (server, "hocuspocus")
            )
            told = ratio(mine, theirs) if server != "hocuspocus" else None
            if told is not None:
                head = {"kind": kind, "server": server, "typing": typing, "field": field}
                ratios.append({**head, **told})
    return ratios


def _by_run(
    records: list[Record], kind: str, server: str, typing: int, field: str
) -> dict[int, float]:
    return {
        r["run"]: r[field]
        for r in records
        if (r["kind"], r["server"], r["typing"]) == (kind, server, typing)
        and r.get(field) is not None
    }


def _key(record: Mapping[str, Any]) -> tuple[object, ...]:
    return tuple(record[name] for name in ("kind", "server", "run", "typing"))


def _told(record: Record) -> str:
    shown = ("cpu_ms_per_1000", "p50_ms", "p99_ms", "ack_p99_ms", "board_p99_ms", "rss_mib", "lost")
    shown += ("confirmed", "all_in_ms", "back_ms", "saturated", "failed", "left_out")
    facts = " ".join(f"{name}={record[name]}" for name in shown if record.get(name) is not None)
    return f"{record['kind']} {record['server']} {record['typing'] or ''} {facts}"


def _without(record: Record, *names: str) -> Record:
    return {name: value for name, value in record.items() if name not in names}


def latest(path: Path = LATEST) -> Record:
    """The results of the latest run; ends the program when there are none."""
    if not path.exists():
        raise SystemExit("There are no results yet: run `make bench`.")
    return dict(json.loads(path.read_text("utf-8")))
