"""The words in which meetings are kept."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    KICK_OFF = "kick_off", _("Kick-off")
    PROGRESS = "progress", _("Progress meeting")
    REVIEW = "review", _("Review")
    WORKSHOP = "workshop", _("Workshop")
    TALK = "talk", pgettext_lazy("meeting", "Talk")


class State(models.TextChoices):
    PLANNED = "planned", pgettext_lazy("meeting", "Planned")
    HELD = "held", pgettext_lazy("meeting", "Minutes open")
    CLOSED = "closed", pgettext_lazy("meeting", "Closed")
    CANCELLED = "cancelled", pgettext_lazy("meeting", "Cancelled")


class Answer(models.TextChoices):
    """To an invitation; empty while nothing is known."""

    ACCEPTED = "accepted", pgettext_lazy("invitation", "Comes")
    TENTATIVE = "tentative", pgettext_lazy("invitation", "Perhaps")
    DECLINED = "declined", pgettext_lazy("invitation", "Does not come")


class LineKind(models.TextChoices):
    """What a line of the minutes is."""

    NOTE = "note", pgettext_lazy("line of minutes", "Note")
    DECISION = "decision", pgettext_lazy("line of minutes", "Decision")
    PROMISE = "promise", pgettext_lazy("line of minutes", "Promise")
    TODO = "todo", pgettext_lazy("line of minutes", "To-do")
    OPTION = "option", pgettext_lazy("line of minutes", "Way out")
    PARKED = "parked", pgettext_lazy("line of minutes", "Parking lot")
