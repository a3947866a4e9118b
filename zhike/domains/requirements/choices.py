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
    IDEA = "idea", _("Idea")


class Method(models.TextChoices):
    """How requirements are ranked."""

    MOSCOW = "moscow", _("MoSCoW: must, should, could")
    RICE = "rice", _("RICE: reach, impact, confidence, effort")
    KANO = "kano", _("Kano: with it, without it")
    WEIGHTED = "weighted", _("Weighted marks")


class Criterion(models.TextChoices):
    """What is marked, from 0 to 5, and weighed."""

    VALUE = "value", _("Worth to the client")
    URGENCY = "urgency", _("Urgency")
    FIT = "fit", _("Fits what we do")
    EASE = "ease", _("Little effort")
    CERTAINTY = "certainty", _("Certainty")


class Feeling(models.TextChoices):
    """The five answers to both questions of Kano."""

    LIKE = "1", _("They like it")
    EXPECT = "2", _("They expect it")
    NEUTRAL = "3", _("They do not care")
    LIVE = "4", _("They can live with it")
    DISLIKE = "5", _("They dislike it")


class Wish(models.TextChoices):
    """What Kano’s questions make of a feature."""

    M = "M", pgettext_lazy("Kano", "Must-be")
    O = "O", pgettext_lazy("Kano", "The more the better")  # noqa: E741
    A = "A", pgettext_lazy("Kano", "Delights")
    I = "I", pgettext_lazy("Kano", "Makes no difference")  # noqa: E741
    R = "R", pgettext_lazy("Kano", "Unwanted")
    Q = "Q", pgettext_lazy("Kano", "Answers contradict each other")


class Verdict(models.TextChoices):
    YES = "yes", pgettext_lazy("feasible", "Yes")
    IF = "if", pgettext_lazy("feasible", "Under conditions")
    NO = "no", pgettext_lazy("feasible", "No")


class Evidence(models.TextChoices):
    LINK = "link", pgettext_lazy("evidence", "Market")
    RIVAL = "rival", _("Competitor")
    FIGURE = "figure", _("Figure")


class ConflictState(models.TextChoices):
    OPEN = "open", pgettext_lazy("conflict", "Nobody decided")
    ASKED = "asked", pgettext_lazy("conflict", "To be decided")
    DECIDED = "decided", pgettext_lazy("conflict", "Decided")
    DISMISSED = "dismissed", pgettext_lazy("conflict", "No conflict")
    LAPSED = "lapsed", pgettext_lazy("conflict", "Settled by itself")


class Why(models.TextChoices):
    """In what two requirements differ."""

    NUMBER = "number", _("Another number")
    DATE = "date", _("Another day")
    NEGATED = "negated", _("One denies the other")
    ANTONYM = "antonym", _("The opposite")
    CHOICE = "choice", _("Another choice")
    WONT = "wont", _("One wants it, one wants it left out")


UNAGREED = (State.RAW, State.ANALYSED, State.ASKED)
LIVING = (*UNAGREED, State.AGREED, State.BUILDING)
WRITTEN = (State.ASKED, State.AGREED, State.BUILDING, State.BUILT)  # in the ledger
MAPPED = (*LIVING, State.BUILT)  # on the story map
OVER = (State.PARKED, State.DECLINED, State.DROPPED)
