"""What somebody answers for, and how it is given to another: each area declares its part in its `parts.py`.

*Belonging*: one kind of thing that is open and somebody's. *Hand over*: give all of it to others.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

Open = Callable[[Any], Any]
Give = Callable[..., Any]


@dataclass(frozen=True)
class Belonging:
    """`open_of(person)` is a queryset. `client` is the attribute with the client's number, by which it may go along
    with the client. `give(record, by=, to=)` is the verb; it gives the event."""

    name: str
    label: str | Promise
    open_of: Open
    client: str
    give: Give


BELONGINGS: dict[str, Belonging] = {}


def belonging(
    name: str, *, label: str | Promise, field: str = "owner", client: str = "client_id", give: Give | None = None
) -> Callable[[Open], Open]:
    """Declare what the function finds as something that is handed over: by amending `field`, or by `give`."""

    def declare(open_of: Open) -> Open:
        if name in BELONGINGS:
            raise ValueError(f"{name!r} is declared twice")
        BELONGINGS[name] = Belonging(name, label, open_of, client, give or _amending(field))
        return open_of

    return declare


def _amending(field: str) -> Give:
    return lambda record, *, by, to: record.amend(by=by, **{field: to})


def open_things(person: Any) -> list[tuple[Belonging, int]]:
    """(kind, how many) of what the person still answers for."""
    counted = ((one, one.open_of(person).count()) for one in BELONGINGS.values())
    return [(one, number) for one, number in counted if number]
