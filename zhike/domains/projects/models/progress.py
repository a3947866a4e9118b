"""How far projects are, as expressions that a list reads with them: no join multiplies its rows."""

from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from zhike.domains.projects.choices import UNDONE, MilestoneState, TaskState


def progress(today: date) -> dict[str, Any]:
    """`task_count`, `done_count`, and `late_count` of tasks and milestones after their day."""
    tasks, milestones = _own("Task"), _own("Milestone").filter(state=MilestoneState.OPEN)
    return {
        "task_count": _count(tasks.exclude(state=TaskState.DROPPED)),
        "done_count": _count(tasks.filter(state=TaskState.DONE)),
        "late_count": _count(tasks.filter(Q(state__in=UNDONE, due_on__lt=today)))
        + _count(milestones.filter(due_on__lt=today)),
    }


def next_milestone() -> dict[str, Any]:
    """`next_number`, `next_title` and `next_due` of the milestone that comes next, late ones first."""
    found = _own("Milestone").filter(state=MilestoneState.OPEN, due_on__isnull=False).order_by("due_on", "pk")
    return {f"next_{name}": Subquery(found.values(path)[:1])
            for name, path in {"number": "pk", "title": "title", "due": "due_on"}.items()}  # fmt: skip


def _own(model: str) -> QuerySet[Any]:
    """What stands in the project of the row."""
    return apps.get_model("projects", model)._base_manager.filter(project=OuterRef("pk"), archived_at=None).order_by()


def _count(found: QuerySet[Any]) -> Coalesce:
    counted = found.values("project").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
