"""What an iteration may take on, how much it has, and how much the team lately finished."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db.models import Exists, OuterRef, Sum

from zhike.domains.projects.choices import TaskState
from zhike.domains.projects.iterations.choices import Fate, State
from zhike.domains.projects.models import Task

LATELY = 3  # iterations


def backlog_of(project: Any) -> Any:
    """Open tasks of the project that no iteration has taken, those with the nearest day first."""
    taken = apps.get_model("iterations.Taken").objects.filter(task=OuterRef("pk"), fate="")
    return Task.objects.open().filter(~Exists(taken), project=project).order_by("due_on", "pk")


@dataclass(frozen=True)
class Load:
    """Tasks and hours of an iteration, all and done; `unknown` is the number of tasks without an estimate."""

    tasks: int
    done: int
    hours: Decimal
    hours_done: Decimal
    unknown: int

    @property
    def percent(self) -> int:
        """Done, by hours; by tasks where no task has any."""
        whole, part = (self.hours, self.hours_done) if self.hours else (Decimal(self.tasks), Decimal(self.done))
        return round(part * 100 / whole) if whole else 0


def load_of(tasks: Iterable[Any]) -> Load:
    """Dropped ones do not count."""
    counted = [one for one in tasks if one.state != TaskState.DROPPED]
    done = [one for one in counted if one.state == TaskState.DONE]
    return Load(
        len(counted), len(done), sum((one.hours or Decimal(0) for one in counted), Decimal(0)),
        sum((one.hours or Decimal(0) for one in done), Decimal(0)), sum(one.hours is None for one in counted),
    )  # fmt: skip


def pace_of(project: Any) -> Decimal | None:
    """Hours finished in an iteration, the mean of the latest three that were reviewed; None before the first."""
    iterations = apps.get_model("iterations.Iteration").objects.standing().filter(project=project)
    latest = list(iterations.filter(state=State.REVIEWED).order_by("-number").values_list("pk", flat=True)[:LATELY])
    if not latest:
        return None
    finished = apps.get_model("iterations.Taken").objects.filter(iteration__in=latest, fate=Fate.DONE)
    return (finished.aggregate(hours=Sum("task__hours"))["hours"] or Decimal(0)) / len(latest)
