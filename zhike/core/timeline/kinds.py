"""Event kinds: each is declared once, in its area's `events.py`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise


@dataclass(frozen=True)
class EventKind:
    """One thing that can happen.

    `sentence` is translatable and may name `{actor}`, `{record}` and any fact. `personal` lists the facts about a
    person, which are redacted when the person is erased. `quiet` kinds only keep count, and are left out of a client's
    timeline; `private` kinds are shown on the audit page alone. Kinds that `reminds` or that are `from_client` notify
    the people listed in the fact `people`. `words` maps the name of a fact that is kept as data to a function that puts
    it into the reader's language.
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
    """Register a kind. Raises ValueError for a name that is taken: names are never reused."""
    if name in KINDS:
        raise ValueError(f"the event kind {name!r} is declared twice")
    KINDS[name] = EventKind(name, sentence, **options)
    return KINDS[name]
