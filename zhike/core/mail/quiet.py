"""Hours in which somebody is to get no mail from us: the areas that know of such say until when."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

Hours = Callable[[str, datetime], datetime | None]
Ask = Callable[[Any], Hours]
_agreed: list[Ask] = []
_wished: list[Ask] = []


def quiet_hours(ask: Ask) -> Ask:
    """Declare a function that tells of a client how long a letter waits: (address, moment) -> until when, or None."""
    _agreed.append(ask)
    return ask


def wished_hours(ask: Ask) -> Ask:
    """As `quiet_hours`, for what somebody wishes: it yields where, with what was agreed, no hour would be left."""
    _wished.append(ask)
    return ask


def held_until(client: Any, address: str, moment: datetime) -> datetime | None:
    """The first moment from this one on at which a letter about the client may go there; None for this very one."""
    return hours_of(client)(address, moment) if client is not None else None


def hours_of(client: Any) -> Hours:
    """`held_until` for several addresses of one client: what is known is read once."""
    agreed, wished = [ask(client) for ask in _agreed], [ask(client) for ask in _wished]

    def until(address: str, moment: datetime) -> datetime | None:
        first = _first([*agreed, *wished], address, moment) or _first(agreed, address, moment)
        return first if first and first > moment else None

    return until


def _first(asked: list[Hours], address: str, moment: datetime) -> datetime | None:
    """None where those asked never let it go together."""
    until = moment
    for _round in range(3):
        before = until
        for hours in asked:
            until = hours(address, until) or until
        if until == before:
            return until
    return None
