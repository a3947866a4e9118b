"""The words in which projects are kept."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ProjectState(models.TextChoices):
    DRAFTED = "drafted", pgettext_lazy("project", "Draft")
    AGREED = "agreed", pgettext_lazy("project", "Agreed")
    RUNNING = "running", pgettext_lazy("project", "Running")
    PAUSED = "paused", pgettext_lazy("project", "Paused")
    DONE = "done", pgettext_lazy("project", "Done")
    STOPPED = "stopped", pgettext_lazy("project", "Stopped")


class PhaseState(models.TextChoices):
    PLANNED = "planned", pgettext_lazy("phase", "Planned")
    RUNNING = "running", pgettext_lazy("phase", "Running")
    DONE = "done", pgettext_lazy("phase", "Done")


class MilestoneState(models.TextChoices):
    OPEN = "open", pgettext_lazy("milestone", "Open")
    REACHED = "reached", pgettext_lazy("milestone", "Reached")
    MISSED = "missed", pgettext_lazy("milestone", "Missed")


class TaskState(models.TextChoices):
    TODO = "todo", pgettext_lazy("task", "To do")
    DOING = "doing", pgettext_lazy("task", "In work")
    DONE = "done", pgettext_lazy("task", "Done")
    DROPPED = "dropped", pgettext_lazy("task", "Dropped")


class ReviewState(models.TextChoices):
    """Of a deliverable; the last two are what was said of its newest version."""

    PLANNED = "planned", pgettext_lazy("deliverable", "Planned")
    READY = "ready", pgettext_lazy("deliverable", "Ready to show")
    REVIEW = "review", pgettext_lazy("deliverable", "With the client")
    CHANGES = "changes", pgettext_lazy("deliverable", "To be changed")
    ACCEPTED = "accepted", pgettext_lazy("deliverable", "Accepted")


class Smart(models.TextChoices):
    """What a goal must answer."""

    SPECIFIC = "S", _("Specific: what exactly shall be different?")
    MEASURABLE = "M", _("Measurable: by which figure, from where to where?")
    ATTAINABLE = "A", _("Attainable: why can it be reached?")
    RELEVANT = "R", _("Relevant: what is it worth to the client?")
    TIMED = "T", _("Timed: until which day?")


LIVE = (ProjectState.RUNNING, ProjectState.PAUSED)
RESTING = (ProjectState.PAUSED, ProjectState.DONE, ProjectState.STOPPED)
UNDONE = (TaskState.TODO, TaskState.DOING)
