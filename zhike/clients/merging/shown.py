"""Both sides of a merge, as people read them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from zhike.clients.merging.hanging import hooks_on
from zhike.clients.merging.later import LaterRow
from zhike.clients.merging.values import Choice, choices_of, joined
from zhike.core.record.amending import told
from zhike.core.resources.registry import resource_of
from zhike.core.timeline.sentences import plain


@dataclass(frozen=True)
class Side:
    """`ours` and `theirs` are the values in words, `both` what they come to together."""

    choice: Choice
    ours: str
    theirs: str
    both: str


def sides(winner: Any, loser: Any) -> list[Side]:
    return [_side(one, winner, loser) for one in choices_of(winner, loser)]


def shown(record: Any, name: str) -> str:
    """The value of a field in words."""
    display = getattr(record, f"get_{name}_display", None)
    return str((display() if display else "") or plain(told(record.read(name))))


def counted(loser: Any) -> list[tuple[str, int]]:
    """What will move, by its name and number; what people have no name for is left out."""
    found: dict[str, int] = {}
    for hook in hooks_on(type(loser)):
        if name := _name_of(hook.model, type(loser)):
            found[name] = max(found.get(name, 0), hook.rows(loser.pk).count())
    return [(name, count) for name, count in found.items() if count]


def kinds_of_rows(rows: Iterable[LaterRow]) -> list[tuple[str, list[LaterRow]]]:
    found: dict[str, list[LaterRow]] = {}
    for one in rows:
        found.setdefault(str(one.record._meta.verbose_name_plural), []).append(one)
    return list(found.items())


def _side(one: Choice, winner: Any, loser: Any) -> Side:
    both = plain(joined(one.winner or [], one.loser or [])) if isinstance(one.winner, list) else ""
    return Side(one, shown(winner, one.name), shown(loser, one.name), both)


def _name_of(model: Any, target: type[Any]) -> str:
    """A mere link is called by what it links to."""
    if model._meta.auto_created:
        others = (field.related_model for field in model._meta.concrete_fields if field.is_relation)
        model = next((one for one in others if one is not target), model)
    resource = resource_of(model)
    return str(resource.plural) if resource else ""
