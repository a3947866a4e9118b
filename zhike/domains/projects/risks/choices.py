"""The words in which risks and problems are kept."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    RISK = "risk", _("Risk")
    PROBLEM = "problem", _("Problem")


class State(models.TextChoices):
    OPEN = "open", pgettext_lazy("risk", "Open")
    TOLD = "told", pgettext_lazy("risk", "Told to the client")
    HANDLED = "handled", pgettext_lazy("risk", "Handled")
    HAPPENED = "happened", pgettext_lazy("risk", "Happened")
    CLOSED = "closed", pgettext_lazy("risk", "Closed")


class Likelihood(models.IntegerChoices):
    RARE = 1, pgettext_lazy("likelihood", "Rare")
    UNLIKELY = 2, pgettext_lazy("likelihood", "Unlikely")
    POSSIBLE = 3, pgettext_lazy("likelihood", "Possible")
    LIKELY = 4, pgettext_lazy("likelihood", "Likely")
    CERTAIN = 5, pgettext_lazy("likelihood", "Almost certain")


class Impact(models.IntegerChoices):
    SLIGHT = 1, pgettext_lazy("impact", "Slight")
    MINOR = 2, pgettext_lazy("impact", "Minor")
    MODERATE = 3, pgettext_lazy("impact", "Moderate")
    MAJOR = 4, pgettext_lazy("impact", "Major")
    SEVERE = 5, pgettext_lazy("impact", "Severe")


class Rating(models.TextChoices):
    LOW = "low", pgettext_lazy("risk rating", "Low")
    MEDIUM = "medium", pgettext_lazy("risk rating", "Medium")
    HIGH = "high", pgettext_lazy("risk rating", "High")
    EXTREME = "extreme", pgettext_lazy("risk rating", "Extreme")


class Response(models.TextChoices):
    """What is done about a risk (the four ways of ISO 31000 and the PMBOK)."""

    AVOID = "avoid", pgettext_lazy("response to a risk", "Avoid")
    REDUCE = "reduce", pgettext_lazy("response to a risk", "Reduce")
    TRANSFER = "transfer", pgettext_lazy("response to a risk", "Transfer")
    ACCEPT = "accept", pgettext_lazy("response to a risk", "Accept")


ALIVE = (State.OPEN, State.TOLD)
BOUNDS = ((15, Rating.EXTREME), (10, Rating.HIGH), (5, Rating.MEDIUM), (1, Rating.LOW))  # the least score of each


def rating_of(score: int) -> Rating:
    """The word for likelihood times impact, from 1 to 25."""
    return next(word for least, word in BOUNDS if score >= least)
