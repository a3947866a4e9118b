"""The words of silence."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.models.reach import Channel


class Outcome(models.TextChoices):
    ACCEPTED = "accepted", _("It counts as agreed")
    PAUSED = "paused", _("The work on it waits")
    ESCALATED = "escalated", _("It goes to whoever leads")


class RuleState(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("silence rule", "Not in force yet")
    IN_FORCE = "in_force", pgettext_lazy("silence rule", "In force")
    ENDED = "ended", pgettext_lazy("silence rule", "Ended")


class WaitState(models.TextChoices):
    RUNNING = "running", pgettext_lazy("awaited answer", "Waits for an answer")
    ANSWERED = "answered", pgettext_lazy("awaited answer", "They answered")
    STOPPED = "stopped", pgettext_lazy("awaited answer", "Stopped by us")
    ACCEPTED = "accepted", pgettext_lazy("awaited answer", "Agreed by silence")
    PAUSED = "paused", pgettext_lazy("awaited answer", "Paused")
    ESCALATED = "escalated", pgettext_lazy("awaited answer", "Escalated")
    OBJECTED = "objected", pgettext_lazy("awaited answer", "They objected afterwards")


ALIVE = (WaitState.RUNNING, WaitState.PAUSED, WaitState.ESCALATED)


class Told(models.TextChoices):
    """What a notice was."""

    ASKED = "asked", pgettext_lazy("notice", "Asked")
    REMINDED = "reminded", pgettext_lazy("notice", "Reminded")
    OUTCOME = "outcome", pgettext_lazy("notice", "Told what followed")


class Why(models.TextChoices):
    """Why silence was no yes."""

    NOBODY = "nobody", _("Nobody answered.")
    APPROVAL = "approval", _("It needs an approval of ours first.")
    NEVER = "never", _("Price, scope and changes of what was agreed need a clear yes.")
    RULE = "rule", _("What was arranged about silence no longer holds.")
    NOTICES = "notices", _("Not every notice went out.")
    ARRIVED = "arrived", _("A notice did not arrive.")


def why_words(why: str) -> str:
    """In the reader's language; words, as earlier versions kept them, as they are."""
    return str(Why(why).label) if why in Why.values else why


BY_HAND = [(one.value, one.label) for one in Channel if one != Channel.MAIL]
