"""Tables and their cards: adding, renaming, removing, reissuing."""

from discussion.domain.people import Actor
from discussion.domain.programme import Table
from discussion.errors import Malformed, NotFound, Refused
from discussion.services.cards import code_digest, table_code, table_token, token_digest
from discussion.services.work import Facts, Happened, Work, allow
from discussion.storage import contributions, people, programme
from discussion.storage.programme import Card, Sheet

TABLES_LIMIT = 1_000  # twice the largest workshop this is designed for


def add_table(work: Work, actor: Actor, facts: Facts) -> Happened:
    """A new table with a card and a sheet on every topic; without a name it is "Table n"."""
    allow(actor, "add_table", work.workshop)
    number = programme.next_table_number(work.transaction, work.workshop)
    if number > TABLES_LIMIT:
        raise Refused("too_many", limit=TABLES_LIMIT)
    table = Table(facts["table"], number, facts["name"] or f"Table {number}")
    _free_name(work, table)
    if programme.is_table(work.transaction, table.id):
        raise Malformed("id_taken")
    held = programme.find_workshop(work.transaction, work.workshop)
    if held is None:
        raise NotFound
    its_sheets = [
        Sheet(work.runtime.new_id(), work.workshop, table.id, topic.id, None, "open")
        for topic in held.programme.topics
    ]
    programme.add_table(
        work.transaction, work.workshop, table, its_sheets, **_digests(work, table.id, 1)
    )
    return Happened(table.id, payload={"number": number, "name": table.name})


def rename_table(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Gives a table another name."""
    card = _card(work, actor, "rename_table", facts["table"])
    _free_name(work, Table(card.table.id, card.table.number, facts["name"]))
    programme.rename_table(work.transaction, card.table.id, facts["name"])
    return Happened(card.table.id, payload={"name": facts["name"]})


def remove_table(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Takes an unused table away and ends its card; a table with notes stays."""
    card = _card(work, actor, "remove_table", facts["table"])
    if contributions.table_has_notes(work.transaction, card.table.id):
        raise Refused("table_not_empty", name=card.table.name)
    people.revoke_sessions(work.transaction, work.now, table=card.table.id)
    programme.remove_table(work.transaction, card.table.id, work.now)
    return Happened(card.table.id, payload={"removed": True})


def reissue_card(work: Work, actor: Actor, facts: Facts) -> Happened:
    """Puts a new card in force: the old code and link end, and so do the sessions made by them."""
    card = _card(work, actor, "reissue_card", facts["table"])
    generation = card.generation + 1
    people.revoke_sessions(work.transaction, work.now, table=card.table.id)
    programme.replace_card(
        work.transaction, card.table.id, generation, **_digests(work, card.table.id, generation)
    )
    return Happened(card.table.id, payload={"card": generation})


def _digests(work: Work, table: str, generation: int) -> dict[str, str]:
    secret = work.runtime.secret
    return {
        "code_digest": code_digest(secret, table_code(secret, table, generation)),
        "token_digest": token_digest(table_token(secret, table, generation)),
    }


def _free_name(work: Work, table: Table) -> None:
    for other in programme.list_tables(work.transaction, work.workshop):
        if other.id != table.id and other.name.casefold() == table.name.casefold():
            raise Refused("name_taken", name=table.name)


def _card(work: Work, actor: Actor, action: str, table: str) -> Card:
    allow(actor, action, work.workshop)  # first, so that nobody else can ask which tables exist
    card = programme.find_card(work.transaction, table=table)
    if card is None or card.workshop != work.workshop:
        raise NotFound("table_unknown")
    return card
