"""Readings: what can be read of a record beside its own fields, declared by the area that knows it.

The API gives each an address under the record (`/api/v1/clients/CL-12/agreed`), assistants a tool of that name.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from zhike.core.access.areas import is_off
from zhike.core.resources.reader import Reader

Schema = dict[str, Any]
Give = Callable[[Any, Reader, Mapping[str, str]], dict[str, Any]]


@dataclass(frozen=True)
class Word:
    """A word of the address that narrows a reading; `schema` is that of its text."""

    name: str
    about: str
    schema: Schema


@dataclass(frozen=True)
class Reading:
    """`give(record, reader, said)` answers in JSON-ready data of `schema`; `said` has the words that were said.

    It raises BadRequest with a sentence for what it does not understand. `tells` are the resources whose records it
    tells of: who may not read each of these may not read it. `about` is for assistants, in English.
    """

    name: str
    record_type: str
    label: str | Promise
    about: str
    words: tuple[Word, ...]
    tells: tuple[str, ...]
    schema: Schema
    give: Give


_readings: dict[str, dict[str, Reading]] = defaultdict(dict)


def reading(
    record_type: str, name: str, *, label: str | Promise, about: str, schema: Schema, tells: tuple[str, ...],
    words: tuple[Word, ...] = (),
) -> Callable[[Give], Give]:  # fmt: skip
    """Declare what the function gives as a reading of this kind of record (`clients.client`)."""

    def declare(give: Give) -> Give:
        if name in _readings[record_type]:
            raise ValueError(f"the reading {name!r} of {record_type} is declared twice")
        _readings[record_type][name] = Reading(name, record_type, label, about, words, tells, schema, give)
        return give

    return declare


def readings_of(record_type: str) -> dict[str, Reading]:
    """By name, without those of areas that are switched off."""
    found = _readings.get(record_type, {})
    return {name: one for name, one in found.items() if not is_off(one.give.__module__)}


def all_readings() -> list[Reading]:
    return [one for record_type in _readings for one in readings_of(record_type).values()]


def is_reading(name: str) -> bool:
    """Whether any kind of record has a reading of this name."""
    return any(name in known for known in _readings.values())
