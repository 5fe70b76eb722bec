"""Things of a workshop that tests of pages ask about; must not know who asks."""

from discussion.domain.publications import Edition, edition_label
from discussion.services import people
from discussion.services.publications import house_styles
from discussion.storage import publications
from discussion.storage.publications import EditionFile, KeptEdition
from tests.kit.house import OPENING, Held


def discussion_of(held: Held, topic: int) -> str:
    """Id of a topic's discussion."""
    held_discussions = held.fresh(f"workshop:{held.id}")[1]["discussions"]
    return str(next(d["id"] for d in held_discussions if d["topic"] == held.topics[topic - 1].id))


def link_of(held: Held) -> str:
    """Id of a link nobody has used."""
    return people.make_link(held.database, held.runtime, workshop=held.id, role="chair", hours=1)[
        0
    ].id


def house_style_of(held: Held) -> str:
    """Id of a file that was brought to be a house style."""
    actor = held.actor("secretariat")
    brought = ("ours.docx", b"as it was brought")
    house_styles.keep_style(held.database, held.runtime, actor, "docx", brought, ())
    with held.database.reading() as transaction:
        return house_styles.choices_by_format(transaction, held.id)[0]["docx"][0].id


def edition_of(held: Held) -> str:
    """Id of an edition whose file is on no disk."""
    with held.database.reading() as transaction:
        number = publications.next_number(transaction, held.id, "declaration")
    made = Edition(
        id=held.runtime.new_id(),
        workshop=held.id,
        document="declaration",
        symbol="A/B/0",
        label=edition_label(number),
        number=number,
        built_at=OPENING,
        sha256={"html": "ab" * 32},
        sequence=1,
        head="cd" * 32,
        manifest={"as_of": OPENING.isoformat(), "points": [], "notes": []},
    )
    kept = KeptEdition(made, (EditionFile("html", "declaration.html", 1, "ab" * 32),))
    with held.database.writing() as transaction:
        publications.add_edition(transaction, kept)
    return made.id
