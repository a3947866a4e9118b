"""Fills an empty database with a company's records, in minutes even for a million clients."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from random import Random
from time import monotonic
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import connection, transaction
from django.utils import timezone

from bench import invented
from bench.copying import copy_rows
from bench.indexing import index_all
from bench.shape import Shape
from zhike.clients.models import Client, Contact
from zhike.core.access.models import Team, User
from zhike.domains.conversations.models import Conversation

MEMBER = "lena@bench.invalid"
TABLES = ("clients_client", "clients_contact", "conversations_conversation", "timeline_event", "search_searchentry",
          "search_textentry")  # fmt: skip
SEEN = ("",) * 93 + ("team",) * 5 + ("few",) * 2
KINDS = ("call", "mail", "chat", "video", "visit", "note")
DID = {"call": "called", "mail": "mailed", "chat": "chatted", "video": "video", "visit": "visited", "note": "noted"}
MANY = 20_000
ADDED = """
insert into timeline_event (kind, record_type, record_id, client_id, actor_id, at, facts)
select 'record.added', %s, id, {client}, created_by_id, created_at, jsonb_build_object('name', {name}) from {table}
"""
LOGGED = """
insert into timeline_event (kind, record_type, record_id, client_id, actor_id, at, facts)
select 'conversation.' || {did}, 'conversations.conversation', id, client_id, created_by_id, happened_at,
    jsonb_build_object('name', subject) from conversations_conversation
"""


def seed(shape: Shape) -> None:
    """In one transaction. The database must be empty but for what migrations made."""
    began, chance = monotonic(), Random(7)
    with transaction.atomic(), _unhindered(shape):
        staff = _staff(shape, chance)
        _say(began, f"{shape.clients:,} clients …")
        _clients(shape, chance, staff)
        if shape.each:
            _what_hangs_on_them(shape, chance, staff, began)
        _say(began, "indexes …")
    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze")
    _say(began, "ready")


def _what_hangs_on_them(shape: Shape, chance: Random, staff: list[tuple[int, int]], began: float) -> None:
    _say(began, "their contacts and conversations …")
    _contacts(shape, chance, staff)
    _conversations(shape, chance, staff)
    _say(began, "what happened …")
    _events()
    _say(began, "what is searched …")
    index_all()


def _staff(shape: Shape, chance: Random) -> list[tuple[int, int]]:
    """(person, team) of everyone who owns clients: six teams, a manager over each."""
    system = User.objects.system()
    teams = [Team.objects.add(by=system, name=f"Team {number}") for number in range(1, 7)]
    secret = make_password("bench")
    with connection.cursor() as cursor:
        cursor.execute("select max(id) from access_user")
        first = cursor.fetchone()[0] + 1
    rows = [
        (
            first + number,
            MEMBER if number == 6 else f"person{number}@bench.invalid",
            invented.person(chance, number % 2 == 0),
            "manager" if number < 6 else "member",
            teams[number % 6].pk,
            None if number < 6 else first + number % 6,
            secret,
        )
        for number in range(shape.staff)
    ]
    copy_rows(User, ("id", "email", "name", "role", "team_id", "manager_id", "password"), rows)
    return [(row[0], row[4]) for row in rows]


def _clients(shape: Shape, chance: Random, staff: list[tuple[int, int]]) -> None:
    now = timezone.now()
    names = ("id", "name", "short_name", "phones", "emails", "tags", "industry", "city", "country", "owner_id",
             "team_id", "created_by_id", "visibility", "created_at", "last_contact_at", "last_channel",
             "next_follow_up", "size", "about")  # fmt: skip
    copy_rows(Client, names, (_client(pk, chance, staff, now) for pk in range(1, shape.clients + 1)))


def _client(pk: int, chance: Random, staff: list[tuple[int, int]], now: datetime) -> tuple[Any, ...]:
    name, short, chinese = invented.company(chance)
    owner, team = chance.choice(staff)
    phones = [
        f"+86{chance.randint(13_000_000_000, 18_999_999_999)}"
        if chinese
        else f"+4420{chance.randint(10**7, 10**8 - 1)}"
    ]
    since = now - timedelta(minutes=chance.randint(60, 800_000))
    follow_up = (now + timedelta(days=chance.randint(-20, 60))).date() if chance.random() < 0.3 else None
    return (
        pk, name, short, phones, [f"info@c{pk}.example"],
        [invented.one_of(chance, "tags")] if chance.random() < 0.4 else [], invented.one_of(chance, "industries"),
        invented.one_of(chance, "places" if chinese else "places_abroad"), "CN" if chinese else "GB",
        owner, team, owner, chance.choice(SEEN), since, now - timedelta(minutes=chance.randint(1, 59_000)),
        "phone", follow_up, chance.choice(("1-9", "10-49", "50-249")), "",
    )  # fmt: skip


def _contacts(shape: Shape, chance: Random, staff: list[tuple[int, int]]) -> None:
    def rows() -> Iterator[tuple[Any, ...]]:
        for number in range(shape.clients * shape.contacts):
            chinese = chance.random() < 0.6
            phone = f"+86{chance.randint(13_000_000_000, 18_999_999_999)}"
            yield (
                number + 1, number // shape.contacts + 1, invented.person(chance, chinese),
                invented.one_of(chance, "titles"),
                [phone], [f"p{number}@mail.example"], chance.choice(staff)[0],
            )  # fmt: skip

    copy_rows(Contact, ("id", "client_id", "name", "title", "phones", "emails", "created_by_id"), rows())


def _conversations(shape: Shape, chance: Random, staff: list[tuple[int, int]]) -> None:
    """Their text is one of some thousand, so that the index of texts can be made quickly; the subject says which."""
    now, texts = timezone.now(), [invented.text(chance) for _one in range(4_000)]

    def rows() -> Iterator[tuple[Any, ...]]:
        for number in range(shape.clients * shape.each):
            person, text = chance.choice(staff)[0], chance.choice(texts)
            at = now - timedelta(minutes=chance.randint(60, 700_000))
            waits = "waiting" if number % 500 == 0 else "done"
            yield (
                number + 1, number // shape.each + 1, chance.choice(KINDS), text[:24], text, at, at, person, person,
                waits,
            )  # fmt: skip

    names = (
        "id",
        "client_id",
        "kind",
        "subject",
        "text",
        "happened_at",
        "created_at",
        "author_id",
        "created_by_id",
        "state",
    )
    copy_rows(Conversation, names, rows())


def _events() -> None:
    did = "case kind " + " ".join(f"when '{kind}' then '{done}'" for kind, done in DID.items()) + " end"
    with connection.cursor() as cursor:
        cursor.execute(ADDED.format(table="clients_client", client="id", name="name"), ["clients.client"])
        cursor.execute(ADDED.format(table="clients_contact", client="client_id", name="name"), ["clients.contact"])
        cursor.execute(LOGGED.format(did=did))


@contextmanager
def _unhindered(shape: Shape) -> Iterator[None]:
    """No event waits for delivery, links are not looked up one by one where we may say so, and many rows come before
    their indexes."""
    with connection.cursor() as cursor:
        cursor.execute("set local synchronous_commit = off")
        cursor.execute("set local maintenance_work_mem = '512MB'")
        cursor.execute("select rolsuper from pg_roles where rolname = current_user")
        if cursor.fetchone()[0]:
            cursor.execute("set local session_replication_role = replica")
        else:
            cursor.execute("alter table timeline_event disable trigger user")
        made = _drop_indexes(cursor) if shape.clients * max(shape.each, 1) >= MANY else []
        yield
        for statement in made:
            cursor.execute(statement)
        cursor.execute("alter table timeline_event enable trigger user")


def _drop_indexes(cursor: Any) -> list[str]:
    """The statements which make them again. Those of constraints stay."""
    cursor.execute(
        "select indexname, indexdef from pg_indexes where schemaname = 'public' and tablename = any(%s) and indexname"
        " not in (select conname from pg_constraint)",
        [list(TABLES)],
    )
    found = cursor.fetchall()
    for name, _made in found:
        cursor.execute(f'drop index "{name}"')
    return [made for _name, made in found]


def _say(began: float, words: str) -> None:
    print(f"{monotonic() - began:6.1f}s  {words}", file=sys.stderr, flush=True)
