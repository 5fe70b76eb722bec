"""Translations: begun, typed in together, called right, out of date, never in the way of words."""

from typing import Any

import pytest

from discussion.domain.programme import Workshop
from discussion.domain.translations import Translation
from discussion.errors import Malformed, NotFound, Refused
from discussion.services.history.texts import history_of, home_of
from discussion.services.programme.plan import workshop_held
from discussion.services.publications.reading import record_of
from discussion.services.translations.views import languages_state, rows_state
from discussion.storage import translations
from tests.kit.house import Held
from tests.services.paragraphs import add_paragraph, paragraphs, restated, typed
from tests.services.passages import begin_passage
from tests.services.passages import written as written_in_passage
from tests.services.points import confirm_point
from tests.services.test_drafting import rebuilt
from tests.services.translations import add_translation, settle, translation


def printed(held: Held, text: str, language: str = "fr") -> Translation | None:
    """What a document may print for a text."""
    with held.database.reading() as transaction:
        return record_of(transaction, held.id).translations.get(text, {}).get(language)


def written(held: Held, wanted: str, words: str, by: str = "secretariat") -> None:
    """Somebody writes at the end of a translation."""
    kept = translation(held, wanted)
    change = [len(kept.text), words] if kept.text else [words]
    facts = {"text": wanted, "base": kept.version, "change": change}
    held.act(held.actor(by), "edit_text", **facts)


def rows(held: Held, language: str = "fr", by: str = "secretariat") -> dict[str, Any]:
    """The rows of a language's page by the text they are of."""
    with held.database.reading() as transaction:
        told = rows_state(transaction, _workshop(held), held.actor(by), language)
    return {row["of"]: row for row in told["rows"]} | {"counts": told["counts"]}


def _workshop(held: Held) -> Workshop:
    with held.database.reading() as transaction:
        return workshop_held(transaction, held.id)


def test_a_translation_is_a_draft_until_somebody_calls_it_right(workshop: Held):
    point = confirm_point(workshop, "Train the trainers")
    made = add_translation(workshop, point, "Former")
    assert printed(workshop, point) == Translation("Former", stale=False, draft=True)
    written(workshop, made, " les formateurs", by="moderator")
    settle(workshop, made)
    assert printed(workshop, point) == Translation("Former les formateurs", stale=False)


def test_the_words_of_a_confirmed_point_stand_but_its_translation_is_written(workshop: Held):
    point = confirm_point(workshop, "Train the trainers")
    made = add_translation(workshop, point, "")
    with pytest.raises(Refused):
        workshop.act(
            workshop.actor("secretariat"), "edit_text", text=point, base=0, change=["No, "]
        )
    written(workshop, made, "Former")
    assert translation(workshop, made).text == "Former"


def test_a_late_change_of_the_source_leaves_its_translation_out_of_date(workshop: Held):
    point = confirm_point(workshop, "One")
    made = add_translation(workshop, point, "Un")
    settle(workshop, made)
    restated(workshop, point, "No, ")
    assert printed(workshop, point) == Translation("Un", stale=True)
    row = rows(workshop)[point]
    assert (row["standing"], row["before"], row["words"]) == ("stale", "One", "No, One")
    settle(workshop, made, of_version=1)
    assert printed(workshop, point) == Translation("Un", stale=False)


def test_a_change_that_was_taken_back_is_no_change(workshop: Held):
    paragraph = add_paragraph(workshop, "Urge all", topic=workshop.topics[0].id)
    made = add_translation(workshop, paragraph, "Exhorter")
    settle(workshop, made)
    typed(workshop, paragraphs(workshop)[paragraph], " States")
    assert rows(workshop)[paragraph]["standing"] == "stale"
    facts = {"text": paragraph, "base": 1, "change": [8, -7]}
    workshop.act(workshop.actor("secretariat"), "edit_text", **facts)
    assert rows(workshop)[paragraph]["standing"] == "current"


def test_nobody_calls_right_what_reads_differently_from_what_was_read(workshop: Held):
    point = confirm_point(workshop, "One")
    made = add_translation(workshop, point, "Un")
    facts = {"translation": made, "version": 0, "of_version": 0}
    restated(workshop, point, "No, ")
    with pytest.raises(Refused) as refused:
        workshop.act(workshop.actor("secretariat"), "settle_translation", **facts)
    assert (refused.value.code, refused.value.facts["words"]) == ("version_moved", "No, One")
    written(workshop, made, " seul")
    with pytest.raises(Refused) as refused:
        later = {**facts, "of_version": 1}
        workshop.act(workshop.actor("secretariat"), "settle_translation", **later)
    assert refused.value.facts["words"] == "Un seul"


def test_two_who_begin_the_same_translation_write_in_one(workshop: Held):
    point = confirm_point(workshop, "One")
    first = add_translation(workshop, point, "Un")
    with pytest.raises(Refused) as refused:
        add_translation(workshop, point, "Une", by="moderator")
    assert refused.value.code == "translation_there"
    seen = translation(workshop, first)
    for words, by in ((" a", "moderator"), (" b", "secretariat")):
        facts = {"text": first, "base": seen.version, "change": [2, words]}
        workshop.act(workshop.actor(by), "edit_text", **facts)
    assert translation(workshop, first).text == "Un a b"


def test_a_translation_without_words_cannot_be_called_right(workshop: Held):
    made = add_translation(workshop, confirm_point(workshop, "One"), " ")
    with pytest.raises(Refused) as refused:
        settle(workshop, made)
    assert refused.value.code == "words_needed"


def test_a_translation_is_taken_out_and_comes_back_with_its_words(workshop: Held):
    point = confirm_point(workshop, "One")
    made = add_translation(workshop, point, "Un")
    staff = workshop.actor("secretariat")
    workshop.act(staff, "remove_translation", translation=made, version=0)
    assert printed(workshop, point) is None
    workshop.act(staff, "restore_translation", translation=made)
    assert printed(workshop, point) == Translation("Un", stale=False, draft=True)


def test_what_belongs_to_no_topic_only_the_secretariat_translates(workshop: Held):
    common = add_paragraph(workshop, "Recalling")
    made = add_translation(workshop, common, "Rappelant")
    with pytest.raises(NotFound):
        written(workshop, made, " it", by="moderator")
    assert not rows(workshop, by="moderator")[common]["writes"]


def test_every_text_is_listed_once_with_its_number_and_what_it_says(workshop: Held):
    point = confirm_point(workshop, "One")
    rebuilt(workshop)
    own = add_paragraph(workshop, "Urge all", section="general", position="zz")
    passage = begin_passage(workshop, "background", words="Nine tables met.")
    written_in_passage(workshop, passage, " And talked.")
    told = rows(workshop)
    assert [told[text]["kind"] for text in (own, point, passage)] == [
        "paragraph",
        "point",
        "passage",
    ]
    assert told[own]["place"].isdigit()
    counts = told.pop("counts")
    assert counts["all"] == len(told)
    assert counts["none"] == 3  # the others are made by the house in every language
    assert counts["made"] == len(told) - 3
    assert told[passage]["place"] == "1.1 Background"


def test_what_a_document_has_no_place_for_waits_for_nobody_s_translation(workshop: Held):
    opened, there, gone = (begin_passage(workshop, slot) for slot in ("method", "background", "?"))
    for passage in (there, gone):
        written_in_passage(workshop, passage, " of somebody's")
    told = rows(workshop)
    assert there in told and opened not in told and gone not in told


def test_a_text_in_french_is_listed_for_the_others_alone(workshop: Held):
    point = confirm_point(workshop, "Les employeurs doivent être vérifiés avant la publication")
    assert point not in rows(workshop, "fr")
    assert point in rows(workshop, "en")
    with workshop.database.reading() as transaction:
        staff = workshop.actor("secretariat")
        told = languages_state(transaction, _workshop(workshop), staff)
    assert [(one["code"], one["own"]) for one in told] == [
        ("en", True),
        ("fr", False),
        ("ar", False),
    ]


def test_a_moderator_of_one_topic_is_shown_the_points_of_that_topic(workshop: Held):
    one, other = (confirm_point(workshop, "Words", topic=number) for number in (1, 2))
    workshop.people["bound"] = workshop.somebody("moderator", topic=workshop.topics[0].id)
    told = rows(workshop, by="bound")
    assert one in told and other not in told
    with pytest.raises(NotFound):
        add_translation(workshop, other, "Mots", by="bound")


def test_documents_are_issued_in_the_languages_chosen_and_never_twice_in_their_own(
    workshop: Held,
):
    staff = workshop.actor("secretariat")
    workshop.act(staff, "set_issued_languages", languages=["ar", "fr"])
    with workshop.database.reading() as transaction:
        assert translations.languages_issued(transaction, workshop.id) == ("fr", "ar")
    with pytest.raises(Malformed):
        workshop.act(staff, "set_issued_languages", languages=["en"])


def test_a_translation_s_history_begins_with_its_first_words_and_brings_them_back(
    workshop: Held,
):
    made = add_translation(workshop, confirm_point(workshop, "One"), "Un")
    written(workshop, made, " seul", by="moderator")
    with workshop.database.reading() as transaction:
        told = history_of(transaction, workshop.actor("secretariat"), made)
        assert home_of(transaction, workshop.actor("chair"), made).restores is False
    assert (told["first"]["words"], told["words"], told["restores"]) == ("Un", "Un seul", True)
    assert len(told["sittings"]) == 1
