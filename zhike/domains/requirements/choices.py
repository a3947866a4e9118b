"""The words in which requirements are kept."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    RAW = "raw", pgettext_lazy("requirement", "As heard")
    ANALYSED = "analysed", pgettext_lazy("requirement", "Analysed")
    ASKED = "asked", pgettext_lazy("requirement", "To be confirmed")
    AGREED = "agreed", pgettext_lazy("requirement", "Agreed")
    BUILDING = "building", pgettext_lazy("requirement", "In work")
    BUILT = "built", pgettext_lazy("requirement", "Built")
    PARKED = "parked", pgettext_lazy("requirement", "Parked")
    DECLINED = "declined", pgettext_lazy("requirement", "Declined")
    DROPPED = "dropped", pgettext_lazy("requirement", "Dropped")


class Kind(models.TextChoices):
    """How much it is wanted (MoSCoW: Clegg and Barker, 1994)."""

    MUST = "must", _("Must")
    SHOULD = "should", _("Should")
    COULD = "could", _("Could")
    WONT = "wont", _("Won’t this time")


class Source(models.TextChoices):
    """On which occasion it was heard."""

    TALK = "talk", _("Conversation")
    MEETING = "meeting", _("Meeting")
    INTERVIEW = "interview", _("Interview")
    ANSWERS = "answers", _("Questionnaire")
    PAPER = "paper", _("Document")
    TRIAL = "trial", _("Trying a prototype")


UNAGREED = (State.RAW, State.ANALYSED, State.ASKED)
LIVING = (*UNAGREED, State.AGREED, State.BUILDING)
WRITTEN = (State.ASKED, State.AGREED, State.BUILDING, State.BUILT)  # in the ledger
OVER = (State.PARKED, State.DECLINED, State.DROPPED)
