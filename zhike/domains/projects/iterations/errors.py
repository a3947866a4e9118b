"""What iterations may answer instead of doing it."""

from typing import Any

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class NothingTaken(Refused):
    """It would begin without a task."""

    def __str__(self) -> str:
        return _("Nothing is taken on yet. Take tasks from the backlog first.")


class AnotherRuns(Refused):
    """One iteration of a project runs at a time."""

    def __init__(self, other: Any) -> None:
        super().__init__(other)
        self.other = other

    def __str__(self) -> str:
        return _("“%(other)s” still runs. Review it first.") % {"other": self.other}


class CannotTake(Refused):
    """The task is not open, stands in another project, or was taken already."""

    def __init__(self, task: Any) -> None:
        super().__init__(task)
        self.task = task

    def __str__(self) -> str:
        return _("“%(task)s” is not in the backlog any more.") % {"task": self.task}
