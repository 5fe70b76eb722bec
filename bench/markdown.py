"""Tables as pages show them: figures with their spread behind them; must not know what they say."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bench.goals import Goal

MET = {True: "yes", False: "no", None: "-"}


def table(
    heads: Sequence[str], columns: Iterable[tuple[str, str]], found: Iterable[Mapping[str, Any]]
) -> str:
    """Rows under headings; ``columns`` are headings with the field they show."""
    columns = tuple(columns)
    lines = ["| " + " | ".join((*heads, *(heading for heading, _ in columns))) + " |"]
    lines.append("|" + "---|" * (len(heads) + len(columns)))
    for row in found:
        cells = [str(row[head]) for head in heads]
        cells += [_cell(row, field) for _, field in columns]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) if len(lines) > 2 else "Not measured."


def goals_table(goals: Iterable[Goal]) -> str:
    """Every goal, what was reached, and whether that is it."""
    lines = ["| Goal | Reached | |", "|---|---|---|"]
    lines += [f"| {goal.words} | {goal.reached} | {MET[goal.met]} |" for goal in goals]
    return "\n".join(lines)


def _cell(row: Mapping[str, Any], field: str) -> str:
    value = row.get(field)
    if value is None:
        return "-"
    spread = row.get("spread", {}).get(field)
    return f"{_number(value)} ({'-'.join(map(_number, spread))})" if spread else _number(value)


def _number(value: float) -> str:
    if 0 < abs(value) < 1:
        return f"{value:.2f}"
    return f"{value:.1f}" if abs(value) < 100 and value != int(value) else f"{value:,.0f}"
