"""Records without a name: a row means the one that is equal in all that counts, each record once.

A file with three equal rows makes three records, and brought again it changes none of them.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from zhike.surfaces.exchange.rows import Incoming


class Alike:
    """`names` are the fields that count, the first a link; `before` the key of the first record that the import made:
    its own records are not taken for those that other rows mean."""

    def __init__(self, records: Any, names: Sequence[str], before: int | None) -> None:
        self.records = records.filter(archived_at=None)
        if before:
            self.records = self.records.filter(pk__lt=before)
        self.names = names
        self._by_link: dict[int, list[Any]] = {}
        self._taken: set[int] = set()

    def candidates(self, rows: Sequence[Incoming]) -> Any:
        """The records that the rows may mean, as a query."""
        link, *rest = self.names
        linked = {record.pk for one in rows if (record := one.values.get(link)) and record.pk}
        wanted = {
            name: [one.values.get(name) for one in rows] for name in rest if all(name in one.said for one in rows)
        }
        narrow = {f"{name}__in": set(said) - {None} for name, said in wanted.items() if _short(said)}
        return self.records.filter(**{f"{link}__in": linked}, **narrow)

    def remember(self, record: Any) -> None:
        self._by_link.setdefault(getattr(record, f"{self.names[0]}_id"), []).append(record)

    def find(self, one: Incoming) -> Any:
        """The record that no row before has taken, or None."""
        return next(self._equal(one), None)

    def take(self, record: Any) -> None:
        self._taken.add(id(record))

    def _equal(self, one: Incoming) -> Iterator[Any]:
        link, *rest = self.names
        told = one.told()
        for record in self._by_link.get(getattr(one.values.get(link), "pk", 0), []):
            if id(record) not in self._taken and all(
                getattr(record, name) == told[name] for name in rest if name in told
            ):
                yield record


def _short(said: Sequence[Any]) -> bool:
    """Long texts are compared here, not sent."""
    return not any(isinstance(one, str) and len(one) > 200 for one in said)
