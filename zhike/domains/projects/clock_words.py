"""How long somebody worked, as people write it. Pure."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LONGEST = 24 * 60
_CLOCK = re.compile(r"(\d{1,2})[:：](\d{1,2})")
_UNITS = re.compile(r"(?:(\d+(?:[.,]\d+)?)\s*(?:h|小时|时))?\s*(?:(\d+)\s*(?:m|min|分|分钟))?", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def minutes_of(said: str) -> int:
    """Minutes: "1:30", "1.5", "1,5", "90m", "1h 30m", 1小时30分; nothing is 0. Raises ValidationError."""
    text = said.strip()
    if not text:
        return 0
    if found := _CLOCK.fullmatch(text):
        minutes = int(found[1]) * 60 + int(found[2])
    elif _NUMBER.fullmatch(text):
        minutes = round(float(text.replace(",", ".")) * 60)
    elif (found := _UNITS.fullmatch(text)) and (found[1] or found[2]):
        minutes = round(float((found[1] or "0").replace(",", ".")) * 60) + int(found[2] or 0)
    else:
        raise ValidationError(_("“%(said)s” is no time. Write 1:30, 1.5 or 90m."), params={"said": said})
    if minutes > LONGEST:
        raise ValidationError(_("A day has 24 hours."))
    return minutes


def clock(minutes: int) -> str:
    """1:30; nothing for 0."""
    return f"{minutes // 60}:{minutes % 60:02}" if minutes else ""
