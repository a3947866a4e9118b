"""The words in which iterations are kept."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    PLANNED = "planned", pgettext_lazy("iteration", "Planned")
    RUNNING = "running", pgettext_lazy("iteration", "Running")
    REVIEWED = "reviewed", pgettext_lazy("iteration", "Reviewed")


OPEN = (State.PLANNED, State.RUNNING)


class Unfinished(models.TextChoices):
    """Where what was not finished goes."""

    NEXT = "next", _("Into the next iteration")
    BACK = "back", _("Back into the backlog")


class Fate(models.TextChoices):
    """What became of a task by the review."""

    DONE = "done", pgettext_lazy("task", "Done")
    NEXT = "next", pgettext_lazy("task", "Goes on")
    BACK = "back", pgettext_lazy("task", "Back in the backlog")
    DROPPED = "dropped", pgettext_lazy("task", "Dropped")
