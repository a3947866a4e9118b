"""Phones and e-mails for those who may not take them out in bulk: enough to tell them apart, not to use them."""

import re
from typing import Any

MASK = "••••"
MASKED = ("phones", "emails")
_MAIL = re.compile(r"([^\s@,;<>()]{1,64})@([^\s@,;<>()]+\.[^\s@,;<>()]+)")
_PHONE = re.compile(r"(\+?\d[\d\s()-]{2,4})[\d\s()-]{3,}(\d{2})(?!\d)")
_PHONE_IN_TEXT = re.compile(r"(?<![\d+])(\+\d{2,4}|1[3-9]\d)[\d ()-]{6,}(\d{2})(?!\d)")


def masked(value: Any) -> Any:
    """A value, or each of several, without what is between its ends."""
    return [_masked(str(one)) for one in value] if isinstance(value, (list, tuple)) else _masked(str(value or ""))


def without_mails(text: str) -> str:
    """A text of several things, whose e-mails are masked."""
    return _MAIL.sub(lambda found: f"{found[1][0]}{MASK}@{found[2]}", text)


def without_phones(text: str) -> str:
    """A text that may hold days and sums too, without the phones in it: those with a plus, and Chinese mobiles."""
    return _PHONE_IN_TEXT.sub(lambda found: f"{found[1]}{MASK}{found[2]}", text)


def is_masked(text: str) -> bool:
    """Whether it tells nothing that could be taken in again."""
    return MASK in text


def _masked(text: str) -> str:
    return _PHONE.sub(lambda found: f"{found[1].strip()}{MASK}{found[2]}", without_mails(text))
