"""Of two records' fields one: what is offered, what is taken by itself, how it is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models

from zhike.core.record import events
from zhike.core.record.amending import told
from zhike.core.resources.registry import resource_of
from zhike.core.timeline.models import Event

WINNER, LOSER, BOTH = "winner", "loser", "both"
OWN = ("name", "owner", "kind")  # the winner's, whatever the loser's says
NARROW = {"few": 3, "team": 2, "everyone": 1, "": 0}
LOOKED_AT = 400


@dataclass(frozen=True)
class Choice:
    """A field in which the two differ. `offered` are the choices that make sense, `taken` the one made."""

    name: str
    label: str
    winner: Any
    loser: Any
    offered: tuple[str, ...]
    taken: str

    @property
    def value(self) -> Any:
        return (
            self.winner
            if self.taken == WINNER
            else self.loser
            if self.taken == LOSER
            else joined(self.winner, self.loser)
        )


def choices_of(winner: Any, loser: Any, chosen: Mapping[str, str] | None = None) -> list[Choice]:
    """Each field in which they differ, with what was chosen, else what is sensible: the fuller, then the newer."""
    newer = _when_said(winner, loser)
    found = []
    for name, label in fields_of(winner):
        left, right = read(winner, name), read(loser, name)
        if left != right:
            offered = _offered(winner, name, left, right)
            asked = (chosen or {}).get(name, "")
            taken = asked if asked in offered else _sensible(name, left, right, offered, newer)
            found.append(Choice(name, label, left, right, offered, taken))
    return found


def fields_of(record: Any) -> list[tuple[str, str]]:
    """Name and label of the fields that people fill in."""
    form: Any = resource_of(record).form(instance=record)  # type: ignore[union-attr]
    return [(name, str(field.label)) for name, field in form.fields.items() if name != "version"]


def read(record: Any, name: str) -> Any:
    """The value as JSON; a link by its number."""
    if not name.startswith("own_") and (field := record._meta.get_field(name)).many_to_one:
        return getattr(record, field.attname)
    return told(record.read(name))


def write(record: Any, name: str, value: Any) -> None:
    if name.startswith("own_"):
        record.write({name: value})
        return
    field: Any = record._meta.get_field(name)
    setattr(record, field.attname, value if field.is_relation else field.to_python(value))


def read_all(record: Any) -> dict[str, Any]:
    return {name: read(record, name) for name, _label in fields_of(record)}


def joined(one: Any, other: Any) -> Any:
    """Lists without what stands twice; texts one below the other."""
    if isinstance(one, list):
        return [*one, *(value for value in other if value not in one)]
    return f"{one}\n\n{other}"


def _offered(record: Any, name: str, left: Any, right: Any) -> tuple[str, ...]:
    if isinstance(left, list) and isinstance(right, list):
        return (BOTH, WINNER, LOSER)
    long = not name.startswith("own_") and isinstance(record._meta.get_field(name), models.TextField)
    return (BOTH, WINNER, LOSER) if long and left and right else (WINNER, LOSER)


def _sensible(name: str, left: Any, right: Any, offered: tuple[str, ...], newer: dict[str, str]) -> str:
    if BOTH in offered:
        return BOTH
    if _empty(left) or _empty(right):
        return LOSER if _empty(left) else WINNER
    if name == "visibility":
        return LOSER if NARROW.get(right, 0) > NARROW.get(left, 0) else WINNER
    return WINNER if name in OWN else newer.get(name, WINNER)


def _empty(value: Any) -> bool:
    return value in (None, "", [], {})


def _when_said(winner: Any, loser: Any) -> dict[str, str]:
    """Whose value is newer, by field, as far as edits tell."""
    sides = {winner.pk: WINNER, loser.pk: LOSER}
    edits = Event.objects.filter(
        kind=str(events.EDITED), record_type=winner._meta.label_lower, record_id__in=list(sides)
    ).order_by("-at", "-pk")
    latest: dict[str, tuple[datetime, str]] = {}
    for record_id, facts, at in edits.values_list("record_id", "facts", "at")[:LOOKED_AT]:
        for name in facts.get("changed", {}):
            latest.setdefault(name, (at, sides[record_id]))
    return {name: side for name, (_at, side) in latest.items()}
