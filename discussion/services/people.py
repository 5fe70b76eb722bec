"""Coming in and going out: sign-in links, table cards, sessions."""

import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from discussion.domain.people import NAME_LIMIT, ROLES, Actor
from discussion.errors import DiscussionError, Malformed, NotFound
from discussion.services.cards import code_digest, table_code, table_token, token_digest
from discussion.services.work import Runtime, allow
from discussion.storage import people, programme
from discussion.storage.database import Database, Transaction
from discussion.storage.people import Link
from discussion.storage.programme import Card

LINK_ROLES = tuple(role for role in ROLES if role != "rapporteur")
"""Roles a link may be for; rapporteurs come by their table's card."""
_JOINERS = "\u200c\u200d"  # unseen, yet part of how Persian and Urdu names are spelt


@dataclass(frozen=True)
class SignedIn:
    """A session just made, with the secret its cookie holds."""

    actor: Actor
    secret: str


def make_link(
    database: Database,
    runtime: Runtime,
    *,
    workshop: str,
    role: str,
    hours: int,
    topic: str | None = None,
    label: str = "",
) -> tuple[Link, str]:
    """A new sign-in link and its token, which is kept nowhere and can be shown only now."""
    if role not in LINK_ROLES:
        raise Malformed("role_unknown", role=role, roles=", ".join(LINK_ROLES))
    token, now = runtime.new_secret(), runtime.now()
    link = Link(
        id=runtime.new_id(),
        workshop=workshop,
        role=role,
        topic=topic,
        label=_name(label) if label.strip() else "",
        created_at=now,
        expires_at=now + timedelta(hours=hours),
        revoked_at=None,
        used_at=None,
    )
    with database.writing() as transaction:
        if programme.find_workshop(transaction, workshop) is None:
            raise NotFound("workshop_unknown", workshop=workshop)
        if topic is not None and programme.topic_workshop(transaction, topic) != workshop:
            raise NotFound("topic_unknown", topic=topic)
        people.add_link(transaction, link, token_digest(token))
    return link, token


def list_links(transaction: Transaction, actor: Actor) -> tuple[Link, ...]:
    """The links of the actor's workshop, newest first; never their tokens."""
    allow(actor, "make_link", actor.workshop)
    return people.list_links(transaction, actor.workshop)


def standing(link: Link, now: datetime) -> str:
    """``in_force``, ``ended`` by the secretariat, or ``expired`` by itself."""
    if link.revoked_at is not None:
        return "ended"
    return "expired" if link.expires_at <= now else "in_force"


def revoke_link(database: Database, runtime: Runtime, actor: Actor, link: str) -> tuple[str, ...]:
    """Ends a link and every session made by it; returns the ids of those sessions."""
    allow(actor, "revoke_link", actor.workshop)
    with database.writing() as transaction:
        if not people.revoke_link(transaction, actor.workshop, link, runtime.now()):
            raise NotFound("link_unknown")
        return people.revoke_sessions(transaction, runtime.now(), link=link)


def link_behind(database: Database, runtime: Runtime, token: str) -> Link:
    """The link with that token, used by nobody yet by being looked at.

    Raises ``link_unknown``, ``link_revoked`` or ``link_expired``.
    """
    with database.reading() as transaction:
        return _link_in_force(transaction, runtime, token)


def who_came_by(database: Database, link: Link) -> tuple[str, ...]:
    """The names of those who ever signed in by a link; for whoever holds its token."""
    with database.reading() as transaction:
        return tuple(name for _, name in people.came_by(transaction, link.id))


def sign_in_by_link(
    database: Database, runtime: Runtime, token: str, *, name: str, hours: int
) -> SignedIn:
    """A session for the holder of a link; without a name it goes by its label or role.

    Whoever comes by the same link under the same name goes on as the same person, from whatever
    device (docs/adr/0014). Raises ``link_unknown``, ``link_revoked``, ``link_expired`` or
    ``name_too_long``.
    """
    now = runtime.now()
    with database.writing() as transaction:
        link = _link_in_force(transaction, runtime, token)
        people.mark_link_used(transaction, link.id, now)
        given = _name(name or link.label or link.role.capitalize())
        before = people.came_by(transaction, link.id)
        same = next((one for one in before if _alike(one[1], given)), None)
        person, called = same or (runtime.new_id(), given)
        actor = Actor(
            session=runtime.new_id(),
            person=person,
            name=called,
            role=link.role,
            workshop=link.workshop,
            topic=link.topic,
        )
        if same is None:
            people.add_person(transaction, actor, now)
        return _new_session(transaction, runtime, actor, link=link.id, hours=hours)


def card_behind(database: Database, runtime: Runtime, *, token: str = "", code: str = "") -> Card:
    """The card with that token or typed code.

    Raises ``code_unknown`` for a code, ``link_unknown`` for a token, and ``card_replaced`` for
    either when it was a table's before its card was reissued.
    """
    with database.reading() as transaction:
        return _card(transaction, runtime, token, code)


def sign_in_by_card(
    database: Database,
    runtime: Runtime,
    *,
    name: str,
    hours: int,
    token: str = "",
    code: str = "",
) -> SignedIn:
    """A rapporteur's session at the table whose card was scanned or typed.

    Raises what ``card_behind`` raises, ``name_needed`` or ``name_too_long``.
    """
    with database.writing() as transaction:
        card = _card(transaction, runtime, token, code)
        actor = Actor(
            session=runtime.new_id(),
            person=runtime.new_id(),
            name=_name(name),
            role="rapporteur",
            workshop=card.workshop,
            table=card.table.id,
        )
        people.add_person(transaction, actor, runtime.now())
        return _new_session(transaction, runtime, actor, link=None, hours=hours)


def actor_behind(transaction: Transaction, runtime: Runtime, secret: str) -> Actor | None:
    """Who holds the session with that secret now, or None."""
    return people.find_actor(transaction, token_digest(secret), runtime.now())


def still_live(
    transaction: Transaction, runtime: Runtime, sessions: Collection[str]
) -> frozenset[str]:
    """Those of the session ids that have neither been ended nor run out."""
    return frozenset(people.live_actors(transaction, sessions, runtime.now()))


def check_typist(transaction: Transaction, actor: Actor, typist: str | None) -> None:
    """Asks whether an actor may send that person's words: somebody's of the own table.

    Everybody else speaks for themselves; whoever takes a copy in does so as its table. Raises
    ``typist_unknown``.
    """
    if typist is None or typist == actor.person:
        return
    own, table = actor.workshop, actor.table
    if table is None or not people.has_been_here(transaction, typist, workshop=own, table=table):
        raise NotFound("typist_unknown")


def sign_out(database: Database, runtime: Runtime, actor: Actor) -> None:
    """Ends the actor's own session."""
    with database.writing() as transaction:
        people.revoke_sessions(transaction, runtime.now(), session=actor.session)


def _new_session(
    transaction: Transaction, runtime: Runtime, actor: Actor, *, link: str | None, hours: int
) -> SignedIn:
    secret, now = runtime.new_secret(), runtime.now()
    people.add_session(
        transaction,
        actor,
        secret_digest=token_digest(secret),
        link=link,
        at=now,
        expires_at=now + timedelta(hours=hours),
    )
    return SignedIn(actor, secret)


def _alike(name: str, other: str) -> bool:
    """Whether two names are the same but for capitals and ways to write a letter."""
    one, two = (unicodedata.normalize("NFKC", each).casefold() for each in (name, other))
    return one == two


def _link_in_force(transaction: Transaction, runtime: Runtime, token: str) -> Link:
    link = people.find_link(transaction, token_digest(token))
    if link is None:
        raise NotFound("link_unknown")
    if link.revoked_at is not None:
        raise DiscussionError("link_revoked", status=410)
    if link.expires_at <= runtime.now():
        raise DiscussionError("link_expired", status=410)
    return link


def _card(transaction: Transaction, runtime: Runtime, token: str, code: str) -> Card:
    digests = (
        {"token_digest": token_digest(token)}
        if token
        else {"code_digest": code_digest(runtime.secret, code)}
    )
    card = programme.find_card(transaction, **digests)
    if card is None:
        if not digests.items().isdisjoint(_replaced(transaction, runtime)):
            raise DiscussionError("card_replaced", status=410)
        raise NotFound("link_unknown" if token else "code_unknown")
    return card


def _replaced(transaction: Transaction, runtime: Runtime) -> Iterator[tuple[str, str]]:
    """Digests of what was on cards since reissued; kept nowhere, they derive again."""
    for workshop, *_ in programme.list_workshops(transaction):
        for card in programme.list_cards(transaction, workshop):
            for generation in range(1, card.generation):
                old = (runtime.secret, card.table.id, generation)
                yield "code_digest", code_digest(runtime.secret, table_code(*old))
                yield "token_digest", token_digest(table_token(*old))


def _name(name: str) -> str:
    shown = (c for c in " ".join(name.split()) if c.isprintable() or c in _JOINERS)
    words = " ".join("".join(shown).split())
    if not words.strip(_JOINERS):
        raise Malformed("name_needed")
    if len(words) > NAME_LIMIT:
        raise Malformed("name_too_long", limit=NAME_LIMIT, length=len(words))
    return words
