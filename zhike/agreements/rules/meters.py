"""How many rounds of revision were used of those agreed, and by what."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.utils import timezone

from zhike.agreements.rules.compiling import Rounds, Rule
from zhike.agreements.rules.in_force import rules_of
from zhike.agreements.rules.models import Round


@dataclass(frozen=True)
class Used:
    """`record` used it: a conversation, a meeting; None where `record_of` was not asked or it is gone."""

    round: Round
    number: int
    outside: bool
    record: Any = None


@dataclass(frozen=True)
class Meter:
    """Of one clause with its other versions: `agreed` rounds, `used` in their order."""

    rule: Rule
    agreed: int
    used: tuple[Used, ...] = field(default=())

    @property
    def left(self) -> int:
        return max(0, self.agreed - len(self.used))

    @property
    def over(self) -> int:
        return max(0, len(self.used) - self.agreed)

    @property
    def marks(self) -> list[str]:
        """A class for each round: used, outside, or open."""
        return [*("outside" if one.outside else "used" for one in self.used), *("open",) * self.left]


def meters_of(client: Any, *, with_records: bool = True) -> list[Meter]:
    """Of the clauses in force today. Two queries, and one for each kind of record that used a round."""
    rules = rules_of(client, timezone.localdate()).of(Rounds)
    rounds = Round.objects.of_clauses([rule.clause for rule, _rounds in rules]).standing() if rules else ()
    by_thread = defaultdict(list)
    for one in rounds:
        by_thread[one.clause.thread or one.clause_id].append(one)
    records = records_of(rounds) if with_records else {}
    return [
        Meter(rule, agreed.number, tuple(_numbered(by_thread[_thread(rule)], agreed.number, records)))
        for rule, agreed in rules
    ]


def records_of(rows: Iterable[Any]) -> dict[tuple[str, int], Any]:
    """The records that rounds or crossings name, by type and number. One query for each type."""
    wanted = defaultdict(set)
    for row in rows:
        wanted[row.record_type].add(row.record_id)
    found = {kind: apps.get_model(kind)._base_manager.in_bulk(ids) for kind, ids in wanted.items()}
    return {(kind, pk): record for kind, records in found.items() for pk, record in records.items()}


def _numbered(rounds: list[Round], agreed: int, records: dict[tuple[str, int], Any]) -> Iterable[Used]:
    for number, one in enumerate(rounds, start=1):
        yield Used(one, number, number > agreed, records.get((one.record_type, one.record_id)))


def _thread(rule: Rule) -> int:
    return int(rule.clause.thread or rule.clause.pk)
