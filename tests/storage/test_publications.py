"""Editions as rows: numbered, hashed, newest first; and what happened since one was built."""

from dataclasses import replace

import pytest
from sqlalchemy import exc

from discussion.domain.publications import Edition, edition_label
from discussion.storage import publications
from discussion.storage.publications import Change, EditionFile, KeptEdition
from tests.kit.house import OPENING, Held
from tests.services.points import confirm_point, write_notes


def an_edition(workshop: str, number: int, *, document: str = "declaration") -> KeptEdition:
    file = EditionFile("docx", f"{document}-{number}.docx", 1234, "ab" * 32)
    edition = Edition(
        id=f"edition{document}{number}".replace("-", "")[:32],
        workshop=workshop,
        document=document,
        symbol=f"A/B/{number}",
        label=edition_label(number),
        number=number,
        built_at=OPENING,
        sha256={"docx": file.sha256},
        sequence=7,
        head="cd" * 32,
        manifest={"points": ["p"], "notes": []},
    )
    return KeptEdition(edition, (file,))


def keep(workshop: Held, *kept: KeptEdition) -> None:
    with workshop.database.writing() as transaction:
        for each in kept:
            publications.add_edition(transaction, each)


def test_an_edition_comes_back_as_it_was_kept(workshop: Held) -> None:
    kept = an_edition(workshop.id, 0)
    keep(workshop, kept)
    with workshop.database.reading() as transaction:
        assert publications.find_edition(transaction, kept.edition.id) == kept
        assert publications.find_edition(transaction, "unknown") is None


def test_editions_are_listed_by_document_the_newest_first(workshop: Held) -> None:
    keep(
        workshop,
        an_edition(workshop.id, 0),
        an_edition(workshop.id, 1),
        an_edition(workshop.id, 0, document="proceedings"),
    )
    with workshop.database.reading() as transaction:
        listed = publications.list_editions(transaction, workshop.id)
        numbers = [
            publications.next_number(transaction, workshop.id, document)
            for document in ("declaration", "proceedings", "provenance")
        ]
    assert [k.edition.symbol for k in listed] == ["A/B/1", "A/B/0", "A/B/0"]
    assert numbers == [2, 1, 0]


def test_a_number_is_given_once(workshop: Held) -> None:
    kept = an_edition(workshop.id, 0)
    keep(workshop, kept)
    again = replace(kept, edition=replace(kept.edition, id="another"))
    with pytest.raises(exc.IntegrityError):
        keep(workshop, again)


def test_typing_at_tables_is_no_change_to_a_document_but_typing_in_a_point_is(
    workshop: Held,
) -> None:
    point = confirm_point(workshop, "A statement")
    before = workshop.fresh(f"workshop:{workshop.id}")[0]
    write_notes(workshop, ["A note"], topic=1, tables=[1])
    staff = workshop.actor("secretariat")
    workshop.act(staff, "propose_point", point=point, version=0, state="confirmed")
    for _ in range(2):
        workshop.type(point, "More. ", by="secretariat")
    workshop.act(staff, "confirm_point", point=point, version=2, state="proposed")
    kinds = ("edit_text", "accept_note")
    with workshop.database.reading() as transaction:
        changes = publications.changes_since(transaction, workshop.id, before, kinds=kinds)
        elsewhere = publications.changes_since(
            transaction, workshop.id, before, kinds=kinds, topic=workshop.topics[1].id
        )
    assert Change("edit_text", point, "confirmed") in changes
    assert sorted(change.kind for change in changes) == ["accept_note", "edit_text"]
    assert elsewhere == ()
