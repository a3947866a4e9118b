"""Kinds of fields: what the database has of them, and by which operators they are asked."""

from enum import StrEnum

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Kind(StrEnum):
    """RECORD is one of few records (a person, a team), told by number; LINK one of many. TAGS is a list of words."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    DAY = "day"
    MOMENT = "moment"
    CHOICE = "choice"
    TAGS = "tags"
    BOOLEAN = "boolean"
    RECORD = "record"
    LINK = "link"


AMOUNT = models.DecimalField(max_digits=30, decimal_places=8)
STORED: dict[Kind, models.Field] = {
    Kind.TEXT: models.TextField(),
    Kind.NUMBER: AMOUNT,
    Kind.MONEY: AMOUNT,
    Kind.DAY: models.DateField(),
    Kind.MOMENT: models.DateTimeField(),
    Kind.CHOICE: models.TextField(),
    Kind.TAGS: ArrayField(models.TextField()),
    Kind.BOOLEAN: models.BooleanField(),
    Kind.RECORD: models.BigIntegerField(),
    Kind.LINK: models.BigIntegerField(),
}

_KNOWN = ("filled", "empty")
_NUMBER = ("at_least", "at_most", "between", "is", *_KNOWN)
_DAY = ("last_days", "over_days", "next_days", "in", "on", "since", "before", "between", *_KNOWN)
OPERATORS: dict[Kind, tuple[str, ...]] = {
    Kind.TEXT: ("holds", "holds_not", "is", "is_not", "begins", "any_of", *_KNOWN),
    Kind.NUMBER: _NUMBER,
    Kind.MONEY: _NUMBER,
    Kind.DAY: _DAY,
    Kind.MOMENT: _DAY,
    Kind.CHOICE: ("any_of", "none_of", *_KNOWN),
    Kind.TAGS: ("any_of", "all_of", "none_of", *_KNOWN),
    Kind.BOOLEAN: ("is", *_KNOWN),
    Kind.RECORD: ("any_of", "none_of", *_KNOWN),
    Kind.LINK: ("is", "is_not", *_KNOWN),
}
