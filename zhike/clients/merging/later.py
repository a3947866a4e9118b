"""What came to the winner after a merge: edits of its fields, and new rows. Undoing asks whose they are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from zhike.clients.merging.hanging import Hook, hooks_on
from zhike.clients.merging.models import Merge
from zhike.clients.merging.values import LOSER, WINNER, fields_of, read
from zhike.core.record.models import Record

Moved = dict[str, set[Any]]


@dataclass(frozen=True)
class LaterField:
    """A field of the winner that was edited since: `merged` is what the merge left, `now` what stands."""

    name: str
    label: str
    before: Any
    merged: Any
    now: Any
    taken: str

    @property
    def key(self) -> str:
        return f"field:{self.name}"

    def divided(self, loser: Any) -> tuple[Any, Any]:
        """What the winner gets, and what the loser gets; nothing that was said is lost."""
        if not isinstance(self.now, list):
            return (self.now, loser) if self.taken == WINNER else (self.before, self.now)
        new = [one for one in self.now if one not in self.merged]
        gone = [one for one in self.merged if one not in self.now]
        left = [one for one in self.before or [] if one not in gone]
        if self.taken == WINNER:
            return [*left, *(one for one in new if one not in left)], loser
        return left, [*(loser or []), *(one for one in new if one not in (loser or []))]


@dataclass(frozen=True)
class LaterRow:
    """A row that came since, with the columns by which it hangs on the winner."""

    row: Any
    hooks: tuple[Hook, ...]
    taken: str

    @property
    def key(self) -> str:
        return f"row:{self.row._meta.label_lower}:{self.row.pk}"

    @property
    def offered(self) -> bool:
        """Whether people decide about it: a record, or a mere link to one. The rest follows the rule."""
        return isinstance(self.row, Record) or bool(self.row._meta.auto_created)

    @property
    def record(self) -> Any:
        """What people know: the row, or for a mere link what it links to."""
        if isinstance(self.row, Record):
            return self.row
        own = {hook.column for hook in self.hooks}
        others = [field for field in self.row._meta.concrete_fields if field.is_relation and field.attname not in own]
        return next((getattr(self.row, field.name) for field in others), self.row)


def later_fields(merge: Merge, winner: Any, chosen: Mapping[str, str]) -> list[LaterField]:
    """An edit of what came from the loser goes back with it, unless said otherwise."""
    found = []
    for name, label in fields_of(winner):
        now = read(winner, name)
        if name not in merge.after or now == merge.after[name]:
            continue
        usual = LOSER if merge.sources.get(name) == LOSER else WINNER
        taken = _asked(chosen, f"field:{name}", usual)
        found.append(LaterField(name, label, merge.before.get(name), merge.after[name], now, taken))
    return found


def later_rows(merge: Merge, winner: Any, chosen: Mapping[str, str]) -> list[LaterRow]:
    """What leads to something that goes back goes with it, unless said otherwise; the rest stays."""
    moved = moved_by(merge)
    rows: dict[tuple[str, Any], tuple[Any, list[Hook]]] = {}
    for hook in hooks_on(type(winner)):
        since = hook.rows(winner.pk).filter(pk__gt=merge.last.get(hook.table, 0))
        for row in since.exclude(pk__in=moved.get(hook.table, set())).order_by("pk"):
            rows.setdefault((hook.table, row.pk), (row, []))[1].append(hook)
    going = _going([row for row, _hooks in rows.values()], moved)
    return [
        LaterRow(row, tuple(hooks), _asked(chosen, f"row:{key[0]}:{key[1]}", LOSER if key in going else WINNER))
        for key, (row, hooks) in rows.items()
    ]


def moved_by(merge: Merge) -> Moved:
    """The rows that the merge moved, by table."""
    found: Moved = {merge.record_type: {merge.other_id}}
    for move in merge.moves.all():
        found.setdefault(move.table, set()).update(move.pks)
    return found


def _asked(chosen: Mapping[str, str], key: str, usual: str) -> str:
    return chosen[key] if chosen.get(key) in (WINNER, LOSER) else usual


def _going(rows: list[Any], moved: Moved) -> set[tuple[str, Any]]:
    """Rows that lead to something moved, and what leads to those in turn."""
    known = {table: set(pks) for table, pks in moved.items()}
    going: set[tuple[str, Any]] = set()
    while found := {key for row in rows if (key := _key(row)) not in going and any(_leads_into(row, known))}:
        going |= found
        for table, pk in found:
            known.setdefault(table, set()).add(pk)
    return going


def _key(row: Any) -> tuple[str, Any]:
    return row._meta.label_lower, row.pk


def _leads_into(row: Any, known: Moved) -> Iterator[bool]:
    for field in row._meta.concrete_fields:
        if field.is_relation:
            yield getattr(row, field.attname) in known.get(field.related_model._meta.label_lower, ())
    if getattr(row, "record_type", "") and hasattr(row, "record_id"):
        yield row.record_id in known.get(row.record_type, ())
    for field in row._meta.many_to_many:
        yield _links_into(row, field, known)


def _links_into(row: Any, field: Any, known: Moved) -> bool:
    wanted = known.get(field.related_model._meta.label_lower)
    return bool(wanted) and getattr(row, field.name).filter(pk__in=wanted).exists()
