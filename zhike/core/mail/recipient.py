"""Whom a letter goes to."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from zhike.core.access.locale import ZONES
from zhike.core.base.languages import language_for
from zhike.core.mail.errors import NoAddress, OddAddress


@dataclass(frozen=True)
class Recipient:
    """`language` is one of ours; `zone` the name of a time zone."""

    address: str
    name: str = ""
    language: str = settings.LANGUAGE_CODE
    zone: str = settings.TIME_ZONE


def recipient_of(to: Any) -> Recipient:
    """Of an address, a member of staff (`email`) or somebody at a client (the first of `emails`).

    Raises NoAddress, OddAddress.
    """
    if isinstance(to, Recipient):
        return to
    name = "" if isinstance(to, str) else str(to)
    address = to if isinstance(to, str) else getattr(to, "email", "") or next(iter(getattr(to, "emails", ())), "")
    if not address:
        raise NoAddress(name)
    return Recipient(_checked(address.strip()), name, language_for(to), _zone(to))


def _checked(address: str) -> str:
    try:
        validate_email(address)
    except ValidationError as error:
        raise OddAddress(address[:100]) from error
    return address


def _zone(to: Any) -> str:
    chosen = getattr(to, "time_zone", "") or ""
    return chosen if chosen in ZONES else settings.TIME_ZONE
