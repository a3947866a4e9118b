"""What was agreed on a day, beside the statement behind it: ten entries of each client, a third of them replaced once.

Ours: the entries with their last and confirming acts, as the page gets them. Bare: the same question and its words in
one statement through psycopg. Both ask for clients chosen at random; what was seeded is taken out again.
"""

from datetime import date, timedelta
from random import Random
from statistics import median
from time import perf_counter
from typing import Any

from django.db import connection, transaction

from bench.shape import Shape
from zhike.agreements.as_of import STANDING, as_of, end_of
from zhike.clients.models import Client
from zhike.core.access.models import User

EACH, ROUNDS = 10, 300
DAY = date(2026, 5, 3)
ENTRIES = """
insert into agreements_entry (
    version, custom, created_at, created_by_id, client_id, kind, side, text, subject, aspect, measure, question,
    alternatives, reason, number, unit, currency, quote, source_text, source_type, twin, said_at, valid_from, state,
    state_on, confirmed_how, round
)
select 1, '{{}}', now() - interval '1 year', {by}, c.id, 'clause', 'us', 'Delivered within ' || n || ' days', '',
    'term', '', '', '', '', n::text, '', '', '', '', '', '', now() - interval '1 year', date '2026-01-01' + n,
    'confirmed', date '2026-01-01' + n, 'call', 1
from clients_client c cross join generate_series(1, {each}) n
"""
ACTS = """
insert into agreements_act (
    entry_id, client_id, number, verb, state, effective_on, recorded_at, recorded_by_id, how, words, reason, facts,
    seals, previous, hash
)
select e.id, e.client_id, row_number() over (partition by e.client_id order by e.id, s.place), s.verb, s.state,
    s.day, e.created_at, {by}, '', '', '', '{{}}', '{{}}', '', ''
from agreements_entry e cross join lateral (
    values (1, 'proposed', 'proposed', e.valid_from), (2, 'confirmed', 'confirmed', e.valid_from),
        (3, 'superseded', 'superseded', e.valid_from + 60)
) s(place, verb, state, day)
where s.place < 3 or e.id % 3 = 0
"""
BARE = f"""
select e.id, e.kind, e.text, e.valid_from, last.state, said.recorded_at, p.name from (
{STANDING.replace("select e.id, last.id, last.state, said.id", "select e.id, last.id l, last.state, said.id s")}
) found(id, l, state, s)
join agreements_entry e on e.id = found.id join agreements_act last on last.id = found.l
left join agreements_act said on said.id = found.s left join clients_contact p on p.id = said.contact_id
"""


def measure(shape: Shape) -> dict[str, Any]:
    """The row of the report. Turn and turn about, each client once."""
    chance, ours, theirs = Random(7), [], []
    with transaction.atomic():
        _seed()
        chosen = [chance.randint(1, shape.clients) for _round in range(ROUNDS)]
        clients = {one.pk: one for one in Client.objects.filter(pk__in=chosen)}
        for pk in chosen:
            if client := clients.get(pk):
                ours.append(_timed(lambda client=client: as_of(client, DAY)))
                theirs.append(_timed(lambda client=client: _bare(client.pk)))
        entries = _counted()
        transaction.set_rollback(True)
    whole, alone = median(ours), median(theirs)
    return {
        "scenario": "as_of",
        "ratio": round(whole / alone, 2),
        "ours_ms": round(whole, 2),
        "bare_ms": round(alone, 2),
        "rounds": len(ours),
        "clients": shape.clients,
        "entries": entries,
    }


def _seed() -> None:
    by = User.objects.system().pk
    with connection.cursor() as cursor:
        cursor.execute(ENTRIES.format(by=by, each=EACH))
        cursor.execute(ACTS.format(by=by))
        cursor.execute("analyze agreements_entry, agreements_act")


def _counted() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from agreements_entry")
        return int(cursor.fetchone()[0])


def _bare(pk: int) -> list[Any]:
    asked = {
        "clients": [pk], "day": DAY, "known": end_of(DAY) + timedelta(days=9_999), "confirmed": "confirmed",
        "states": ["proposed", "questioned", "confirmed"],
    }  # fmt: skip
    bare = connection.connection
    return list(bare.execute(BARE, asked).fetchall())


def _timed(work: Any) -> float:
    """Milliseconds."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1_000
