"""The workshop as it is kept: programme, tables, sheets, discussions."""

from discussion.storage.programme.attribution import (
    attribution_of,
    policy_on,
    write_policy,
)
from discussion.storage.programme.discussions import (
    find_discussion,
    list_discussions,
    write_discussion,
)
from discussion.storage.programme.sheets import (
    Sheet,
    find_sheet,
    list_sheets,
    write_sheet_state,
)
from discussion.storage.programme.tables import (
    Card,
    add_table,
    find_card,
    is_table,
    list_cards,
    list_tables,
    next_table_number,
    remove_table,
    rename_table,
    replace_card,
    tables_on_topic,
)
from discussion.storage.programme.workshops import (
    add_workshop,
    delete_workshop,
    find_workshop,
    list_workshops,
    log_position,
    subtopic_ids,
    topic_workshop,
)

__all__ = [
    "Card",
    "Sheet",
    "add_table",
    "add_workshop",
    "attribution_of",
    "delete_workshop",
    "find_card",
    "find_discussion",
    "find_sheet",
    "find_workshop",
    "is_table",
    "list_cards",
    "list_discussions",
    "list_sheets",
    "list_tables",
    "list_workshops",
    "log_position",
    "next_table_number",
    "policy_on",
    "remove_table",
    "rename_table",
    "replace_card",
    "subtopic_ids",
    "tables_on_topic",
    "topic_workshop",
    "write_discussion",
    "write_policy",
    "write_sheet_state",
]
