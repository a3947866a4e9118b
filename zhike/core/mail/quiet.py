"""Hours in which somebody is to get no mail from us: the areas that know of such say until when."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

Ask = Callable[[Any, str, datetime], datetime | None]
_asked: list[Ask] = []


def quiet_hours(ask: Ask) -> Ask:
    """Declare a function that is asked (client, address, moment): until when a letter waits, or None."""
    _asked.append(ask)
    return ask


def held_until(client: Any, address: str, moment: datetime) -> datetime | None:
    """The first moment from this one on at which a letter about the client may go there; None for this very one.

    Where two areas never let it go together, it goes after the later one.
    """
    if client is None:
        return None
    until = moment
    for ask in (*_asked, *_asked):
        until = ask(client, address, until) or until
    return until if until > moment else None
