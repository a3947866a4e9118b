"""Single values as Microsoft Project writes them: flags, numbers, moments, lengths."""

import re
from datetime import datetime
from xml.etree.ElementTree import Element

LENGTH = re.compile(r"(-?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?")
WEEK, DAY, HOUR = 7 * 24 * 60, 24 * 60, 60
ELAPSED = {4, 6, 8, 10, 12, 20}
GUESSED = 32  # added to the format of a length that is only guessed


def said(one: Element, name: str) -> str:
    return (one.findtext(name) or "").strip()


def flag(one: Element, name: str) -> bool:
    return said(one, name) in ("1", "true")


def number(one: Element, name: str) -> float | None:
    """None for what is missing or no number."""
    try:
        return float(said(one, name))
    except ValueError:
        return None


def moment(one: Element, name: str) -> datetime | None:
    """Wall time; a zone, which some programs add, is left out."""
    try:
        return datetime.fromisoformat(said(one, name)).replace(tzinfo=None)
    except ValueError:
        return None


def minutes(one: Element, name: str) -> float | None:
    return length(said(one, name))


def length(text: str) -> float | None:
    """Minutes of an ISO 8601 duration such as PT8H0M0S; None for what is none. Days have 24 hours."""
    found = LENGTH.fullmatch(text)
    if not found or text in ("", "P", "-P"):
        return None
    weeks, days, hours, mins, seconds = (float(part or 0) for part in found.groups()[1:])
    whole = weeks * WEEK + days * DAY + hours * HOUR + mins + seconds / 60
    return -whole if found[1] else whole


def is_elapsed(written: str) -> bool:
    """Whether a length or lag of this format runs over nights and weekends too."""
    return written.isdecimal() and (int(written) in ELAPSED or int(written) - GUESSED in ELAPSED)
