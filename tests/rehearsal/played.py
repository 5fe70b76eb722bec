"""A rehearsal that is over, and a programme as unlike the sample as can be; not a test itself."""

import json
from dataclasses import dataclass
from pathlib import Path

ARABIC = {
    "title": "ورشة عمل حول خدمات التشغيل العمومية",
    "dates": ["2025-07-08"],
    "timezone": "Asia/Kuala_Lumpur",
    "language": "ar",
    "topics": [{"no": 1, "title": "المنصات الرقمية لفائدة الباحثين عن عمل"}],
    "programme": [
        {
            "date": "2025-07-08",
            "start": "09:00",
            "end": "10:00",
            "title": "مناقشة جماعية",
            "kind": "group_discussion",
            "topic": 1,
        }
    ],
}


@dataclass(frozen=True)
class Played:
    """A rehearsal that is over: its exit status, its folder and its report."""

    status: int
    out: Path

    @property
    def report(self) -> dict:
        return json.loads((self.out / "report.json").read_text("utf-8"))

    @property
    def files(self) -> dict[str, bytes]:
        return {p.name: p.read_bytes() for p in self.out.iterdir() if p.suffix != ".json"}


def arabic() -> bytes:
    return json.dumps(ARABIC, ensure_ascii=False).encode()
