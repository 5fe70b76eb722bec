"""What people do with translations; their words are typed like any others.

Translations of a topic's texts are its moderators' and the secretariat's; all others are the
secretariat's alone. The words of a confirmed point stand, but its translations may be written.
"""

from typing import Any

from discussion.domain.people import Actor
from discussion.domain.translations import TRANSLATION, Rendering
from discussion.errors import Malformed, NotFound, Refused
from discussion.services.translations.sources import Source, source_of
from discussion.services.work import Facts, Happened, Work, allow
from discussion.storage import programme, texts, translations
from discussion.storage.database import Transaction


def add_translation(work: Work, actor: Actor, facts: Facts) -> Happened:
    """A text begins to have a translation, maybe without words yet; it is a draft.

    Raises ``Malformed("id_taken")``, and ``Refused("translation_there")`` when somebody else has
    just begun it.
    """
    source = _source(work.transaction, facts["of"])
    may_translate(actor, "add_translation", source, workshop=work.workshop)
    if texts.find_text(work.transaction, facts["translation"]) is not None:
        raise Malformed("id_taken")
    if translations.has_translation(work.transaction, source.id, facts["language"]):
        raise Refused("translation_there")
    rendering = Rendering(
        id=facts["translation"],
        of=source.id,
        language=facts["language"],
        text=facts["words"],
        version=0,
        basis=source.words,
        basis_version=source.version,
    )
    texts.add_text(work.transaction, work.workshop, rendering.id, rendering.text)
    translations.add_translation(work.transaction, rendering, workshop=work.workshop, at=work.now)
    payload = {**facts, "of_version": source.version}
    return Happened(rendering.id, payload=payload)


def settle_translation(work: Work, actor: Actor, facts: Facts) -> Happened:
    """A translation is called right for what its source says now, both as they were read.

    Raises ``Refused("version_moved")`` when either has changed since, with its words now.
    """
    rendering, source = _translation(work, actor, "settle_translation", facts)
    _as_read(rendering.version, facts["version"], rendering.text)
    _as_read(source.version, facts["of_version"], source.words)
    if not rendering.text.strip():
        raise Refused("words_needed")
    basis = {"basis": source.words, "basis_version": source.version, "settled": True}
    translations.write_translation(work.transaction, rendering.id, **basis)
    was = {"of_version": rendering.basis_version, "settled": rendering.settled}
    now = {"of_version": source.version, "settled": True}
    return Happened(rendering.id, version=rendering.version, payload={"was": was, "now": now})


def remove_translation(work: Work, actor: Actor, facts: Facts) -> Happened:
    """A translation is taken out, on the words that were read; it can come back.

    Raises ``Refused("version_moved")`` when they have changed since.
    """
    rendering, _ = _translation(work, actor, "remove_translation", facts)
    _as_read(rendering.version, facts["version"], rendering.text)
    return _move(work, rendering, "remove")


def restore_translation(work: Work, actor: Actor, facts: Facts) -> Happened:
    """A translation that was taken out is there again."""
    rendering, _ = _translation(work, actor, "restore_translation", facts)
    return _move(work, rendering, "restore")


def set_issued_languages(work: Work, actor: Actor, facts: Facts) -> Happened:
    """The languages that documents are issued in beside the workshop's own.

    Raises ``Malformed`` when that one is among them.
    """
    allow(actor, "set_issued_languages", work.workshop)
    held = programme.find_workshop(work.transaction, work.workshop)
    if held is None or held.programme.language in facts["languages"]:
        raise Malformed(key="languages")
    was = list(translations.languages_issued(work.transaction, work.workshop))
    translations.issue_in(work.transaction, work.workshop, facts["languages"])
    return Happened(work.workshop, payload={"was": was, "now": list(facts["languages"])})


def may_write_translation(work: Work, actor: Actor, of: str) -> None:
    """Asks for permission to type in a translation of a text; raises ``NotFound``."""
    source = _source(work.transaction, of)
    may_translate(actor, "edit_translation", source, workshop=work.workshop)


def may_translate(actor: Actor, action: str, source: Source, *, workshop: str) -> None:
    """Asks for permission on the translations of a text; raises ``NotFound``."""
    if source.workshop != workshop:
        raise NotFound
    allow(actor, action, workshop, topic=source.topic)
    if source.topic is None:
        allow(actor, "draft_common", workshop)


def _source(transaction: Transaction, text: str) -> Source:
    source = source_of(transaction, text)
    if source is None:
        raise NotFound
    return source


def _translation(work: Work, actor: Actor, action: str, facts: Facts) -> tuple[Rendering, Source]:
    found = translations.find_translation(work.transaction, facts["translation"])
    if found is None:
        raise NotFound
    rendering = found[1]
    source = _source(work.transaction, rendering.of)
    may_translate(actor, action, source, workshop=work.workshop)
    return rendering, source


def _as_read(version: int, read: Any, words: str) -> None:
    if version != read:
        raise Refused("version_moved", version=version, words=words)


def _move(work: Work, rendering: Rendering, move: str) -> Happened:
    status = TRANSLATION.after(move, rendering.status)
    translations.write_translation(work.transaction, rendering.id, status=status)
    payload = {"was": {"status": rendering.status}, "now": {"status": status}}
    return Happened(rendering.id, version=rendering.version, payload=payload)
