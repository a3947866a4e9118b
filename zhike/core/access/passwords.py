"""Passwords that people are given."""

import secrets
from typing import Any

from django.contrib.auth.password_validation import validate_password

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that is misread: no l and 1, no o and 0, no i
GROUPS, LETTERS = 4, 4


def made_up() -> str:
    """Easy to read to someone over the telephone; about 79 bits."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(LETTERS)) for _ in range(GROUPS))


def typed_or_made_up(said: str, person: Any) -> tuple[str, bool]:
    """(password, whether it was made up). Raises ValidationError for one that is too weak for this person."""
    if not said:
        return made_up(), True
    validate_password(said, person)
    return said, False
