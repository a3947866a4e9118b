"""Finding: what was typed, by whom, gives hits grouped by kind."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from zhike.core.resources.registry import by_reference
from zhike.core.search.hits import Hit
from zhike.core.search.ranking import MOST, Ranked, ranked
from zhike.core.search.seeing import seen_records
from zhike.core.search.sources import Source, sources
from zhike.core.search.tokens import query


@dataclass(frozen=True)
class Group:
    """Hits of one kind. `total` counts all that the person may see; `many` says that it is a lower bound."""

    source: Source
    hits: list[Hit]
    total: int

    @property
    def many(self) -> bool:
        return self.total >= MOST


@dataclass(frozen=True)
class Found:
    """`groups` stand in the order of their best hit; `best` are hits of all kinds in one order."""

    typed: str
    groups: list[Group] = field(default_factory=list)
    best: list[Hit] = field(default_factory=list)

    @property
    def total(self) -> int:
        return sum(group.total for group in self.groups)

    @property
    def many(self) -> bool:
        return any(group.many for group in self.groups)


def find(text: str, user: Any, kinds: Iterable[str] | None = None, limit: int = 5) -> Found:
    """What this person may find under `text`, at most `limit` of each kind.

    `kinds` are names of sources (`clients`), all when None. A reference (CL-12) comes first. One statement for the
    hits, and one for the records of each kind found.
    """
    chosen = [source for source in sources().values() if kinds is None or source.name in kinds]
    asked = query(text)
    if not (asked and chosen):
        return Found(text)
    rows = _with_reference(text, user, chosen, ranked(asked, text, user, chosen, limit))
    hits = _hits(rows, text, user, {source.record_type: source for source in chosen})
    return Found(text, _groups(rows, hits), hits)


def _with_reference(text: str, user: Any, chosen: Sequence[Source], rows: list[Ranked]) -> list[Ranked]:
    """The record that is called by its reference, in front of what only mentions it."""
    known = {source.record_type for source in chosen}
    record = by_reference(text, user) if "-" in text else None
    if record is None or record._meta.label_lower not in known:
        return rows
    kind = record._meta.label_lower
    others = [row for row in rows if (row.record_type, row.record_id) != (kind, record.pk)]
    total = max((row.total for row in rows if row.record_type == kind), default=1)
    return [Ranked(kind, record.pk, 10.0, total), *others]


def _hits(rows: Sequence[Ranked], text: str, user: Any, known: dict[str, Source]) -> list[Hit]:
    """The records themselves. What was indexed some time ago is asked once more whether it is seen now."""
    wanted: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        wanted[row.record_type].append(row.record_id)
    seen = seen_records({known[kind]: ids for kind, ids in wanted.items()}, user)
    return [
        Hit(record, known[row.record_type], text, client)
        for row in rows
        for record, client in [seen.get((row.record_type, row.record_id), (None, None))]
        if record
    ]


def _groups(rows: Sequence[Ranked], hits: Sequence[Hit]) -> list[Group]:
    totals = {row.record_type: row.total for row in reversed(rows)}
    kinds: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        kinds[hit.source.record_type].append(hit)
    return [Group(some[0].source, some, max(totals[kind], len(some))) for kind, some in kinds.items()]
