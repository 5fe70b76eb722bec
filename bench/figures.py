"""The benchmark's arithmetic: percentiles, medians, ratios; must not know what is measured."""

from collections.abc import Iterable, Mapping, Sequence
from statistics import median

Row = dict[str, object]


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least ``share`` (0 to 1) of the values do not exceed.

    Raises ``ValueError`` when there are none.
    """
    if not values:
        raise ValueError("no values")
    ranked = sorted(values)
    place = -int(-share * len(ranked) // 1)  # rounded up
    return ranked[max(0, min(place, len(ranked)) - 1)]


def percentiles(seconds: Sequence[float], name: str, *shares: int) -> dict[str, float | None]:
    """Latencies as rows name them, in milliseconds: ``ack_p99_ms``; None without any."""
    return {
        f"{name}p{share}_ms": round(percentile(seconds, share / 100) * 1000, 2) if seconds else None
        for share in shares
    }


def per_thousand(cpu_seconds: float, delivered: int) -> float | None:
    """Milliseconds of CPU for a thousand delivered updates; None when none were."""
    return round(cpu_seconds * 1e6 / delivered, 2) if delivered else None


def numbers(row: Mapping[str, object]) -> dict[str, float]:
    """The measured fields of a row: its numbers, without the booleans."""
    return {k: v for k, v in row.items() if isinstance(v, int | float) and not isinstance(v, bool)}


def summary(runs: Sequence[Mapping[str, object]], *, worst: Iterable[str] = ("lost",)) -> Row:
    """One row out of several runs of the same work: medians, with the spread beside them.

    Fields named in ``worst`` are no matter of luck: their largest value is told.
    """
    measured = [numbers(run) for run in runs]
    names = [name for name in measured[0] if all(name in one for one in measured)]
    row: Row = dict(runs[0])
    row |= {name: None for name in runs[0] if name not in names and runs[0][name] is None}
    row |= {name: any(run[name] for run in runs) for name in row if isinstance(row[name], bool)}
    for name in names:
        values = [one[name] for one in measured]
        if len(set(values)) > 1:  # what never differs, as the load, stays as it is
            row[name] = max(values) if name in worst else _round(median(values))
    row["spread"] = {
        name: [min(one[name] for one in measured), max(one[name] for one in measured)]
        for name in names
        if len({one[name] for one in measured}) > 1
    }
    row["runs"] = len(runs)
    return row


def ratio(mine: Mapping[int, float], others: Mapping[int, float]) -> dict[str, float | int] | None:
    """How many times the others' figure mine is: run by run, then the median and the spread.

    Both are figures by the number of the run; runs that only one of the two did do not count.
    """
    ratios = [mine[run] / others[run] for run in mine if others.get(run)]
    if not ratios:
        return None
    told = {"median": median(ratios), "least": min(ratios), "most": max(ratios)}
    return {name: _round(value) for name, value in told.items()} | {"runs": len(ratios)}


def highest(rows: Iterable[Mapping[str, object]], limit_ms: float) -> int:
    """The highest load up to which every one was carried with its p99 below a limit; or 0."""
    carried = 0
    for row in sorted(rows, key=lambda row: int(str(row["typing"]))):
        slowest = row.get("p99_ms")
        if not isinstance(slowest, int | float) or slowest >= limit_ms or row.get("lost"):
            break
        carried = int(str(row["typing"]))
    return carried


def _round(value: float) -> float:
    return round(value, 3) if abs(value) < 10 else round(value, 1)
