"""The machine room, for administrators: each area that watches over something declares its section, at start-up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise


@dataclass(frozen=True)
class Section:
    """`look` gives what the template shows, or None where there is nothing to say."""

    name: str
    label: str | Promise
    template: str
    look: Callable[[], dict[str, Any] | None]
    order: int = 50


_sections: dict[str, Section] = {}


def register(section: Section) -> Section:
    _sections[section.name] = section
    return section


def sections() -> Sequence[Section]:
    return sorted(_sections.values(), key=lambda one: one.order)
