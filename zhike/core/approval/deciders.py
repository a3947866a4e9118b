"""Who may decide: named people, a role, a predicate, those above somebody; and what remains of them for one request."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps

from zhike.core.approval.errors import NobodyDecides
from zhike.core.approval.registry import Deciders
from zhike.core.lifecycle.policies import may_administer, may_work

MOST_ABOVE = 20  # managers over managers; a ring cannot be, but a list must end


def these(*people: Any) -> Deciders:
    return lambda _record, _by: people


def in_role(*roles: str) -> Deciders:
    return lambda _record, _by: _staff().filter(role__in=roles)


def those_who(may: Callable[[Any, Any], bool]) -> Deciders:
    """Everyone on staff for whom the predicate over (person, record) holds."""
    return lambda record, _by: [person for person in _staff() if may(person, record)]


def above(person: Any) -> list[Any]:
    """The managers over a person, the nearest first."""
    found: list[Any] = []
    while person is not None and person.manager_id and len(found) < MOST_ABOVE:
        person = person.manager
        found.append(person)
    return found


@dataclass(frozen=True)
class Bench:
    """Who decides one request. `alone`: nobody but the person who asks may."""

    people: list[Any]
    alone: bool = False


def bench(wanted: Iterable[Any], *, asking: Any) -> Bench:
    """Those who may decide and work here, without whoever asks; administrators where that leaves nobody.

    Nobody decides on their own request, unless nobody else may. Raises NobodyDecides.
    """
    named = _fit(wanted)
    others = [person for person in named if person.pk != asking.pk]
    if not others:
        named += [person for person in _fit(_staff().filter(role="admin")) if person not in named]
        others = [person for person in named if person.pk != asking.pk]
    if others:
        return Bench(others)
    if asking.pk in {person.pk for person in named} or may_administer(asking):
        return Bench([asking], alone=True)
    raise NobodyDecides


def _fit(people: Iterable[Any]) -> list[Any]:
    known = {person.pk: person for person in people if not person.is_system}
    return [person for person in known.values() if may_work(person)]


def _staff() -> Any:
    return apps.get_model("access.User")._default_manager.at_work().order_by("name", "pk")
