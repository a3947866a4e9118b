"""The words in which ideas are kept."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    NOTED = "noted", pgettext_lazy("idea", "Noted")
    WEIGHED = "weighed", pgettext_lazy("idea", "Weighed")
    TRIAL = "trial", pgettext_lazy("idea", "On trial")
    KEPT = "kept", pgettext_lazy("idea", "Kept")
    DROPPED = "dropped", pgettext_lazy("idea", "Dropped")


class Worth(models.IntegerChoices):
    """What the client, or we, would have of it."""

    HARDLY = 1, pgettext_lazy("worth of an idea", "Hardly anything")
    SOME = 2, pgettext_lazy("worth of an idea", "A little")
    GOOD = 3, pgettext_lazy("worth of an idea", "Something people notice")
    MUCH = 4, pgettext_lazy("worth of an idea", "Much")
    GREAT = 5, pgettext_lazy("worth of an idea", "They would talk about it")


class Cost(models.IntegerChoices):
    """What it would take to build, in the time of one person."""

    HOURS = 1, pgettext_lazy("cost of an idea", "Some hours")
    DAYS = 2, pgettext_lazy("cost of an idea", "Some days")
    WEEKS = 3, pgettext_lazy("cost of an idea", "Some weeks")
    MONTHS = 4, pgettext_lazy("cost of an idea", "Some months")
    YEAR = 5, pgettext_lazy("cost of an idea", "Half a year or more")


class Fit(models.IntegerChoices):
    """How well it goes with what the client is about and with what we can do."""

    NOT = 1, pgettext_lazy("fit of an idea", "Not at all")
    FAR = 2, pgettext_lazy("fit of an idea", "Hardly")
    HALF = 3, pgettext_lazy("fit of an idea", "Half and half")
    WELL = 4, pgettext_lazy("fit of an idea", "Well")
    JUST = 5, pgettext_lazy("fit of an idea", "Just right")


class Becomes(models.TextChoices):
    """What a kept idea turns into."""

    REQUIREMENT = "requirement", _("A requirement of the client")
    TODO = "todo", _("A to-do of ours")


class Result(models.TextChoices):
    WON = "won", pgettext_lazy("idea", "Worked")
    LOST = "lost", pgettext_lazy("idea", "Did not work")


ALIVE = (State.NOTED, State.WEIGHED, State.TRIAL)
MOST = 15  # of the score: worth, fit, and how little it costs, up to five points each
