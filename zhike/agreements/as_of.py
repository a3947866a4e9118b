"""What did we agree on a day: as the books said then (known), and as it held then by all we know now (valid).

Two questions to one ledger, as bitemporal databases ask them (Snodgrass, Developing Time-Oriented Database
Applications in SQL, 1999): each act says from which day it holds and at which moment it was written down.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from zhike.agreements.choices import OPEN, Kind, Verb
from zhike.agreements.models import Act, Entry
from zhike.agreements.origins import Origin, origins_of
from zhike.core.record.family import family

STANDING = """
select e.id, last.id, last.state, said.id
from agreements_entry e
cross join lateral (
    select a.id, a.state from agreements_act a
    where a.entry_id = e.id and a.effective_on <= %(day)s and a.recorded_at < %(known)s
    order by a.id desc limit 1
) last
left join lateral (
    select a.id from agreements_act a
    where a.entry_id = e.id and a.verb = %(confirmed)s and a.effective_on <= %(day)s and a.recorded_at < %(known)s
    order by a.id desc limit 1
) said on true
where e.client_id = any(%(clients)s) and e.created_at < %(known)s and e.valid_from <= %(day)s
    and (e.valid_until is null or e.valid_until >= %(day)s) and last.state = any(%(states)s)
"""
ORDER = {Kind.CLAUSE: 0, Kind.CONSTRAINT: 1, Kind.PROMISE: 2, Kind.DECISION: 3, Kind.EXPECTATION: 4}


@dataclass(frozen=True)
class Standing:
    """An entry that stood, in which state, by which last act; `said` is the act that confirmed it, if any had.

    `origin` is where it stands written, as far as an area above knows.
    """

    entry: Any
    state: str
    last: Act
    said: Act | None
    origin: Origin | None = None


def end_of(day: date) -> datetime:
    """The first moment after the day, in the reader's zone."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def as_of(client: Any, day: date, known: datetime | None = None) -> list[Standing]:
    """What held on `day`, by all that was written down before `known` (now, when not given).

    Clauses first; what is settled or given up by then is no longer there. Four queries.
    """
    asked: dict[str, Any] = {
        "clients": family(client), "day": day, "known": known or timezone.now(), "confirmed": str(Verb.CONFIRMED),
        "states": [str(one) for one in OPEN],
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(STANDING, asked)
        rows = cursor.fetchall()
    entries = Entry.objects.select_related("contact", "person", "created_by").in_bulk([row[0] for row in rows])
    wanted = {pk for row in rows for pk in (row[1], row[3]) if pk}
    acts = Act.objects.select_related("contact", "person", "recorded_by").in_bulk(wanted)
    written = origins_of(entries.values())
    found = [
        Standing(entries[pk], state, acts[last], acts.get(said), written.get(pk)) for pk, last, state, said in rows
    ]
    return sorted(found, key=_in_order)


def known_on(client: Any, day: date) -> list[Standing]:
    """What our books said on the evening of the day, about that day."""
    return as_of(client, day, end_of(day))


def valid_on(client: Any, day: date) -> list[Standing]:
    """What held on the day, as we know today."""
    return as_of(client, day)


@dataclass(frozen=True)
class Pair:
    """The same thread on both sides; where one is None it stands only on the other."""

    before: Standing | None
    after: Standing | None

    @property
    def change(self) -> str:
        """ "" where both say the same, else new, gone, changed or confirmed."""
        if self.before is None:
            return "new"
        if self.after is None:
            return "gone"
        if self.before.entry.pk != self.after.entry.pk:
            return "changed"
        return "" if (self.before.said is None) == (self.after.said is None) else "confirmed"

    @property
    def entry(self) -> Any:
        standing = self.after or self.before
        assert standing is not None
        return standing.entry


def compared(before: Iterable[Standing], after: Iterable[Standing]) -> list[Pair]:
    """Side by side, thread by thread. Of a thread, what is confirmed stands before what is only proposed."""
    left, right = _by_thread(before), _by_thread(after)
    pairs = [Pair(left.get(one), right.get(one)) for one in dict.fromkeys([*right, *left])]
    return sorted(pairs, key=lambda pair: _in_order(pair.after or pair.before))


def _by_thread(standings: Iterable[Standing]) -> dict[int, Standing]:
    found: dict[int, Standing] = {}
    for one in standings:
        thread = one.entry.thread or one.entry.pk
        if thread not in found or (found[thread].said is None and one.said is not None):
            found[thread] = one
    return found


def _in_order(standing: Any) -> tuple[Any, ...]:
    entry = standing.entry
    return ORDER[entry.kind], entry.number, entry.subject, entry.thread or entry.pk, entry.pk
