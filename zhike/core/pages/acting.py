"""One action on many records, through their verbs: a step by its name, or `set:<field>` with a value.

What an area of a higher floor does with many records of a lower one it offers here, under a name of its own.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise

from zhike.core.resources.resource import Resource
from zhike.core.timeline.models import Event

Act = Callable[[Any], Event | None]


@dataclass(frozen=True)
class Offer:
    """`field(person)` asks for the value, None leaves the action out; `act(value, person)` does it with one record."""

    name: str
    label: str | Promise
    field: Callable[[Any], forms.Field | None]
    act: Callable[[Any, Any], Act]


_offers: dict[str, dict[str, Offer]] = {}


def offer(resource: str, *offers: Offer) -> None:
    """Add actions to the bar of a resource's list."""
    _offers.setdefault(resource, {}).update({one.name: one for one in offers})


def offers_of(resource: Resource) -> dict[str, Offer]:
    return _offers.get(resource.name, {})


def action_of(resource: Resource, said: str, value: str, by: Any) -> Act | None:
    """What is to be done with each record; None for what cannot be done to many, or a value that does not fit."""
    if said.startswith("set:"):
        return _setting(resource, said[4:], value, by)
    step = resource.steps.get(said)
    return (lambda record: getattr(record, said)(by=by)) if step and not step.form else None


def _setting(resource: Resource, name: str, value: str, by: Any) -> Act | None:
    """Sets one field of the form; tags are added to those there."""
    if offered := offers_of(resource).get(name):
        return _offered(offered, value, by)
    if name not in resource.bulk or name in resource.steps:
        return None
    values, faults = resource.form(by=by).clean_row({name: value}, only=[name])
    if faults:
        return None

    def change(record: Any) -> Event | None:
        said = values[name]
        said = list(dict.fromkeys([*getattr(record, name), *said])) if isinstance(said, list) else said
        return record.amend(by=by, **{name: said})

    return change


def _offered(offered: Offer, value: str, by: Any) -> Act | None:
    field = offered.field(by)
    try:
        return offered.act(field.clean(value), by) if field else None
    except ValidationError:
        return None
