"""One action on many records, through their verbs: a step by its name, or `set:<field>` with a value."""

from collections.abc import Callable
from typing import Any

from zhike.core.resources.resource import Resource
from zhike.core.timeline.models import Event

Act = Callable[[Any], Event | None]


def action_of(resource: Resource, said: str, value: str, by: Any) -> Act | None:
    """What is to be done with each record; None for what cannot be done to many, or a value that does not fit."""
    if said.startswith("set:"):
        return _setting(resource, said[4:], value, by)
    step = resource.steps.get(said)
    return (lambda record: getattr(record, said)(by=by)) if step and not step.form else None


def _setting(resource: Resource, name: str, value: str, by: Any) -> Act | None:
    """Sets one field of the form; tags are added to those there."""
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
