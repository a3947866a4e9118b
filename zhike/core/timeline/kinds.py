"""Event kinds: each is declared once, in its area's `events.py`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise


@dataclass(frozen=True)
class EventKind:
    """One thing that can happen.

    `sentence` is translatable and may name `{actor}`, `{record}` and any fact. `personal` lists the facts that are
    about a person and are redacted when the person is erased. A `quiet` one is left out where a client's whole history
    is shown: it only keeps count. A `private` one is told on the audit page alone. What `reminds`, and what is
    `from_client`, is told to those in its fact `people`. `words` says, by its name, a fact that is kept as data, in the
    reader's language.
    """

    name: str
    sentence: str | Promise
    icon: str = "note"
    client_sees: bool = False
    personal: tuple[str, ...] = field(default=())
    quiet: bool = False
    private: bool = False
    reminds: bool = False
    from_client: bool = False
    words: Mapping[str, Callable[[Any], str]] = field(default_factory=dict, hash=False, compare=False)

    def __str__(self) -> str:
        return self.name


KINDS: dict[str, EventKind] = {}


def quiet_kinds() -> list[str]:
    return [name for name, kind in KINDS.items() if kind.quiet]


def private_kinds() -> list[str]:
    return [name for name, kind in KINDS.items() if kind.private]


def declare(name: str, sentence: str | Promise, **options: Any) -> EventKind:
    """Register a kind. A name taken twice is an error: names are never re-used."""
    if name in KINDS:
        raise ValueError(f"the event kind {name!r} is declared twice")
    KINDS[name] = EventKind(name, sentence, **options)
    return KINDS[name]
