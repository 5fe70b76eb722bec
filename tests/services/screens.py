"""What a browser does with a channel: fresh states and entries in, a state out; for tests.

It must not know how the server comes to either.
"""

from typing import Any

from discussion.live.changes import apply

DERIVED = ("typed_at", "language")
"""Parts of an item that follow from its words; an edit travels as a change, without them."""

GROUPS = (
    *("notes", "points", "discussions", "tables"),
    *("paragraphs", "passages", "translations"),
)


class Screen:
    """One screen on one channel: its items by id, and the number it stands at."""

    def __init__(self, number: int, state: dict[str, Any]) -> None:
        self.number = number
        self.items: dict[str, dict[str, Any]] = {}
        self.sheet: dict[str, Any] = state.get("sheet", {})
        for group in GROUPS:
            self.items |= {item["id"]: item for item in state.get(group, ())}

    def frame(self, start: int, end: int, entries: tuple[dict[str, Any], ...]) -> bool:
        """Takes a frame; False when something before it was missed."""
        if start > self.number:
            return False
        if end > self.number:
            for entry in entries:
                self._take(entry)
            self.number = end
        return True

    def seen(self) -> dict[str, Any]:
        """What is on the screen, in a form that can be compared."""
        items = {
            key: {name: value for name, value in item.items() if name not in DERIVED}
            for key, item in self.items.items()
        }
        confirmed = set(self.sheet.get("read_back", ()))
        for key, item in items.items():
            if "read_back" in item:
                item["read_back"] = key in confirmed
        return {"sheet": {**self.sheet, "read_back": confirmed}, "items": items}

    def _take(self, entry: dict[str, Any]) -> None:
        match entry:
            case {"text": text, "version": version, "change": change}:
                self._change(text, version, change)
            case (
                {"note": item}
                | {"point": item}
                | {"discussion": item}
                | {"paragraph": item}
                | {"passage": item}
                | {"translation": item}
            ):
                self.items[item["id"]] = item
            case {"table": {"removed": True, "id": gone}}:
                self.items.pop(gone, None)
            case {"table": item}:
                self.items[item["id"]] = {k: v for k, v in item.items() if k != "removed"}
            case {"sheet": sheet}:
                self.sheet = sheet
            case _:
                raise AssertionError(f"no browser knows {entry}")

    def _change(self, text: str, version: int, change: list[Any]) -> None:
        item = self.items.get(text)
        if item is None or item["version"] >= version:
            return
        assert item["version"] == version - 1, f"{text} misses a change before {version}"
        self.items[text] = {**item, "text": apply(item["text"], change), "version": version}
