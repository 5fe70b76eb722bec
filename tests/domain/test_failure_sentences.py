"""The sentences people read when something cannot be done: complete, short, and fillable."""

import json
import string
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SENTENCES: dict[str, dict[str, str]] = json.loads(
    (ROOT / "templates" / "failures" / "en.json").read_text(encoding="utf-8")
)

BLANKS = {
    "copy_too_long": {"edits", "limit"},
    "code_too_often": {"seconds"},
    "nudged_lately": {"seconds"},
    "name_too_long": {"length", "limit"},
    "too_long": {"length", "limit"},
    "decided_meanwhile": {"state"},
    "decided_since": {"what", "who"},
    "point_decided_meanwhile": {"state"},
    "point_not_confirmed": {"state"},
    "point_merged": {"words"},
    "move_not_possible": {"state"},
    "marks_too_many": {"limit"},
    "programme_problems": {"count"},
    "profile_problems": {"problems"},
    "port_taken": {"port"},
    "build_failed": {"request"},
    "export_failed": {"request"},
    "document_unknown": {"documents"},
    "format_unknown": {"formats"},
    "edition_changed": {"name"},
    "edition_without_tree": {"symbol"},
    "editions_differ": {"one", "other"},
    "final_already": {"symbol"},
    "final_unsettled": {"count", "places"},
    "variant_failed": {"request"},
    "variant_unknown": {"symbol", "variant", "variants"},
    "internal": {"request"},
    "table_not_empty": {"name"},
    "name_taken": {"name"},
    "minutes_out_of_range": {"minutes"},
    "data_in_use": {"process", "folder"},
    "role_unknown": {"role", "roles"},
    "choose_three_to_five": {"least", "most"},
    "note_not_accepted": {"state"},
    "too_many": {"limit"},
    "report_too_large": {"limit"},
    "participants_problems": {"count"},
    "file_unreadable": {"file", "reason"},
    "file_unwritable": {"file", "reason"},
    "certificate_unreadable": {"file", "reason"},
    "certificate_key": {"file", "other"},
    "certificate_expired": {"file", "ended"},
    "certificate_early": {"file", "begins"},
    "certificate_other_address": {"file", "address"},
    "certificate_not_needed": {"url"},
    "house_style_incomplete": {"file", "missing"},
    "house_style_none": {"program"},
    "house_style_too_large": {"limit"},
    "house_style_not_office": {"wanted"},
    "house_style_damaged": {"part"},
    "house_style_active": {"found", "part"},
    "house_style_lacking": {"missing"},
}

LONGEST = {"title": 50, "what": 120, "safe": 110, "do": 120}


@pytest.mark.parametrize("code", SENTENCES)
def test_it_says_what_happened_what_is_safe_and_what_to_do(code: str) -> None:
    assert flaws_of(SENTENCES[code]) == []


@pytest.mark.parametrize("code", SENTENCES)
def test_its_blanks_are_the_facts_that_come_with_the_code(code: str) -> None:
    text = " ".join(SENTENCES[code].values())
    assert {name for _, name, _, _ in string.Formatter().parse(text) if name} == BLANKS.get(
        code, set()
    )


def test_every_sentence_is_said_somewhere() -> None:
    house = (*ROOT.glob("discussion/**/*.py"), *ROOT.glob("static/js/**/*.js"))
    told = "\n".join(file.read_text("utf-8") for file in house)
    assert unsaid({*SENTENCES, "never_refused"}, told) == ["never_refused"]


def test_no_two_codes_share_a_title() -> None:
    titles = [sentence["title"] for sentence in SENTENCES.values()]
    assert len(set(titles)) == len(titles)


def test_a_sentence_without_an_end_or_a_part_left_out_is_noticed() -> None:
    good = SENTENCES["not_found"]
    assert flaws_of(good | {"do": "Go back"}) == ["do does not end as a sentence"]
    assert flaws_of({k: v for k, v in good.items() if k != "safe"}) == ["parts"]
    assert flaws_of(good | {"what": "Long " * 40 + "."}) == ["what is too long"]


def unsaid(codes: Iterable[str], told: str) -> list[str]:
    return [code for code in codes if f'"{code}"' not in told]


def flaws_of(sentence: dict[str, str]) -> list[str]:
    if list(sentence) != list(LONGEST):
        return ["parts"]
    long = [f"{part} is too long" for part, text in sentence.items() if len(text) > LONGEST[part]]
    open_ended = [
        f"{part} does not end as a sentence"
        for part in ("what", "safe", "do")
        if not sentence[part].endswith(".")
    ]
    return long + open_ended + [part for part, text in sentence.items() if text != text.strip()]
