"""A declaration of paragraphs: as people wrote them, in the profile's punctuation and voice."""

from dataclasses import replace

import pytest

from discussion import assets
from discussion.documents.builders.called_for import as_if_kept, paragraphs_called_for
from discussion.documents.builders.declaration import build_declaration
from discussion.documents.tree import (
    Alternatives,
    Attribution,
    Block,
    Bracket,
    Document,
    Emphasis,
    ListItem,
    Paragraph,
    Text,
    plain,
)
from discussion.domain import attribution
from discussion.domain.drafting import paragraphs
from discussion.domain.drafting.profiles import OIC, Profile, parse_profile
from discussion.domain.publications import Record
from tests.documents.sample import sample_record, stamp_for

RECORD = sample_record()
PROFILES = {
    path.stem: parse_profile(path.read_text())
    for path in (assets.folder("data") / "profiles").iterdir()
}


def declaration(record: Record) -> Document:
    return build_declaration(record, stamp_for(record.workshop.programme, "declaration"))


def written(*texts: str, profile: Profile = OIC, section: str = "general") -> list[Block]:
    """The paragraphs of a declaration that says this; a text is indented by its level."""
    kept = tuple(
        paragraphs.Paragraph(
            id=f"p{number}",
            section=section,
            topic=None,
            level=len(text) - len(text.lstrip()),
            position=f"{number:03}",
            text=text.strip(),
            version=0,
            language="en",
        )
        for number, text in enumerate(texts)
    )
    built = declaration(replace(RECORD, paragraphs=kept, profile=profile))
    return [
        block
        for block in built.blocks
        if isinstance(block, ListItem) or getattr(block, "style", "") in ("preambular", "operative")
    ]


def words(*texts: str, profile: Profile = OIC, section: str = "general") -> list[str]:
    return [plain(b.content) for b in written(*texts, profile=profile, section=section)]  # type: ignore[union-attr]


def test_paragraphs_taken_over_say_what_the_points_alone_would_say() -> None:
    called = as_if_kept(paragraphs_called_for(RECORD))
    assert declaration(replace(RECORD, paragraphs=called)) == declaration(RECORD)


def test_what_is_called_for_has_a_slot_of_its_own_and_a_source_or_an_origin() -> None:
    called = paragraphs_called_for(RECORD)
    assert len({one.slot for one in called}) == len(called) > 50
    assert all(one.points or one.origin != "notes" or one.level == 0 for one in called)


def test_words_of_points_are_taken_over_as_words() -> None:
    point = replace(RECORD.points[2], statement="Portals [all] check *employers* | {soon}")
    record = replace(RECORD, points=(point,))
    told = [plain(b.content) for b in declaration(record).blocks if isinstance(b, Paragraph)]
    assert any("Portals [all] check *employers* | {soon};" in words for words in told)


def test_what_somebody_wrote_is_printed_and_nothing_else() -> None:
    assert words("*Urge* States to act", "*Note* it") == ["Urge States to act;", "Note it."]
    (alone,) = written("*Urge* States to act")
    assert isinstance(alone, Paragraph)
    assert (alone.number, alone.mark) == (1, "OP-01 · secretariat text")


def test_a_paragraph_without_words_holds_its_place_as_something_open() -> None:
    empty, after = written("", "*Note* it")
    assert isinstance(empty, Paragraph) and isinstance(empty.content[0], Bracket)
    assert (plain(empty.content), getattr(after, "number", 0)) == ("[to be completed];", 2)


def test_numbers_that_were_handed_out_stay_put_and_later_paragraphs_are_bis() -> None:
    kept = tuple(
        replace(each, section="general", topic=None, level=0, slot=f"slot{n}", position=f"{n}")
        for n, each in enumerate(as_if_kept(paragraphs_called_for(RECORD))[:4])
    )
    held = {kept[0].id: "1", "slot2": "2"}
    built = declaration(replace(RECORD, paragraphs=kept, numbers=held))
    numbered = [b for b in built.blocks if isinstance(b, Paragraph) and b.number is not None]
    assert [(b.anchor, b.place, b.suffix) for b in numbered] == [
        ("OP-01", "Paragraph 1", ""),
        ("OP-01bis", "Paragraph 1 bis", "bis"),
        ("OP-02", "Paragraph 2", ""),
        ("OP-03", "Paragraph 3", ""),
    ]
    assert numbered[1].keys == (kept[1].id, "slot1")
    assert numbered[1].mark.startswith("OP-01bis")


def test_sub_paragraphs_are_lettered_to_the_second_depth() -> None:
    blocks = written("*Call upon*", " portals", "  large ones", "  small ones", " agencies")
    assert [(b.anchor, plain(b.content)) for b in blocks] == [  # type: ignore[union-attr]
        ("OP-01", "Call upon:"),
        ("OP-01(a)", "portals:"),
        ("OP-01(a)(i)", "large ones;"),
        ("OP-01(a)(ii)", "small ones;"),
        ("OP-01(b)", "agencies."),
    ]


def test_brackets_and_who_stands_behind_them_are_nodes() -> None:
    (block,) = written("*Urge* States [now]{MY, ID: late} to [act | wait]")
    assert isinstance(block, Paragraph)
    assert block.content == (
        Emphasis((Text("Urge", "en"),)),
        Text(" States ", "en"),
        Bracket((Text("now", "en"),), (Attribution(("MY", "ID"), "late"),)),
        Text(" to ", "en"),
        Alternatives(((Text("act", "en"),), (Text("wait", "en"),))),
        Text("."),
    )


@pytest.mark.parametrize(
    ("level", "language", "named"),
    [
        ("country", "en", ("Table 4", "MY")),
        ("table", "en", ("Table 4",)),
        ("none", "en", ("not named",)),
        ("none", "fr", ("non désigné",)),
        ("none", "ar", ("غير مسمى",)),
    ],
)
def test_braces_name_only_whom_the_policy_names(level: str, language: str, named) -> None:
    policy = attribution.Attribution(attribution.Policy(published=level))
    kept = as_if_kept(paragraphs_called_for(RECORD))
    head = replace(kept[0], text="*Recalling* [it]{Table 4, MY: no}", slot=None)
    record = replace(RECORD, paragraphs=(head,), attribution=policy, language=language)
    (block,) = [b for b in declaration(record).blocks if getattr(b, "anchor", "") == "PP-01"]
    (bracket,) = [i for i in block.content if isinstance(i, Bracket)]  # type: ignore[union-attr]
    assert [a.backers for a in bracket.attributions] == [named]


PREAMBLE = ("*Recalling* one", "*Guided by* aims", " first", " second", "*Noting* two")


def test_each_profile_ends_its_preamble_in_its_own_way() -> None:
    un = words(*PREAMBLE, profile=PROFILES["un"], section="preamble")
    assert un == ["Recalling one,", "Guided by aims:", "first;", "second,", "Noting two,"]
    oic = words(*PREAMBLE, section="preamble")
    assert oic == ["Recalling one;", "Guided by aims:", "first;", "second;", "Noting two;"]


def test_the_workshop_speaks_in_the_third_person_and_participants_in_the_first() -> None:
    both = ("*Recommend also* that", "*Requests* SESRIC", "Whoever decides")
    assert words(*both, profile=PROFILES["un"]) == [
        *("Recommends also that;", "Requests SESRIC;", "Whoever decides."),
    ]
    assert words(*both) == ["Recommend also that;", "Request SESRIC;", "Whoever decides."]


def test_a_workshop_expresses_its_own_gratitude() -> None:
    thanks = "*Expressing our gratitude to* the hosts"
    (said,) = words(thanks, profile=PROFILES["un"], section="preamble")
    assert said == "Expressing its gratitude to the hosts,"


def test_arabic_words_end_in_arabic_marks() -> None:
    assert words("يدعو الدول", "يحث الجهات") == ["يدعو الدول؛", "يحث الجهات."]
    (said,) = words("إذ يشير", profile=PROFILES["un"], section="preamble")
    assert said == "إذ يشير،"


def test_opening_words_can_be_capitals_whether_or_not_they_were_set_apart() -> None:
    asean = words("*Recommend* that", "Request SESRIC", profile=PROFILES["asean"])
    assert asean == ["RECOMMEND that;", "REQUEST SESRIC."]


def test_an_opening_under_negotiation_stays_as_it_was_typed() -> None:
    (said,) = words("[Recommend | Suggest] that", profile=PROFILES["un"])
    assert said.startswith("[Recommend]") and "Suggest" in said


def test_a_single_operative_paragraph_of_the_un_has_no_number() -> None:
    (block,) = written("*Urge* States to act", profile=PROFILES["un"])
    assert isinstance(block, Paragraph) and block.number is None


def test_the_un_s_workshop_opens_in_its_own_name() -> None:
    built = declaration(replace(RECORD, profile=PROFILES["un"]))
    opening = next(b for b in built.blocks if getattr(b, "anchor", "") == "opening")
    assert plain(opening.content).startswith("The Workshop on “Empowering")  # type: ignore[union-attr]
    assert plain(opening.content).endswith("2025,")  # type: ignore[union-attr]
    assert not [b for b in built.blocks if getattr(b, "anchor", "") == "hereby"]


def test_a_chair_s_summary_is_a_row_of_sentences_on_the_chair_s_own_responsibility() -> None:
    text = "Participants *recommended* that portals check employers"
    kept = replace(as_if_kept(paragraphs_called_for(RECORD))[0], text=text, section="general")
    built = declaration(replace(RECORD, paragraphs=(kept,), outcome="summary"))
    told = [plain(b.content) for b in built.blocks if isinstance(b, Paragraph)]
    assert built.meta.title == "Kuala Lumpur Chair’s Summary"
    assert told[0].endswith("was held in Kuala Lumpur, Malaysia, on 8–9 July 2025.")
    assert f"{text.replace('*', '')}." in told
    assert told[-1].startswith("Issued by the Chair in Kuala Lumpur")
    assert "Hereby:" not in told


def test_a_lesser_text_calls_itself_by_its_own_name() -> None:
    called = paragraphs_called_for(replace(RECORD, outcome="conclusions"))
    told = [one.words for one in called if one.section == "follow_up"]
    assert any("these Conclusions and Recommendations" in words for words in told)
    assert not any("Declaration" in words for words in told)
