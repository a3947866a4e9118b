"""How much, as it is read: 1 working day · 2.5 working hours · 3 轮."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import ngettext

from zhike.agreements.choices import Unit


def counted(quantity: Decimal, unit: str) -> str:
    """The number in the reader's habit with its unit; one alone is singular."""
    number = 1 if quantity == 1 else 2
    words: dict[str, str] = {
        Unit.WORKING_DAYS: ngettext("%(number)s working day", "%(number)s working days", number),
        Unit.DAYS: ngettext("%(number)s day", "%(number)s days", number),
        Unit.WORKING_HOURS: ngettext("%(number)s working hour", "%(number)s working hours", number),
        Unit.ROUNDS: ngettext("%(number)s round", "%(number)s rounds", number),
        Unit.PIECES: ngettext("%(number)s piece", "%(number)s pieces", number),
    }
    return words.get(unit, "%(number)s") % {"number": number_format(quantity.normalize(), force_grouping=True)}
