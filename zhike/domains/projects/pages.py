"""The pages of a project and of what stands in it."""

from typing import Any

from zhike.core.pages.detail import DetailPage
from zhike.core.timeline.kinds import EventKind
from zhike.domains.projects import events
from zhike.domains.projects.forms import TaskForm
from zhike.domains.projects.models import Task
from zhike.domains.projects.outline import outline_of
from zhike.domains.projects.shown import LOOKS, smart_cell

QUIET = tuple(str(one) for one in vars(events).values() if isinstance(one, EventKind) and one.quiet)


class ProjectPage(DetailPage):
    untold = QUIET

    def context(self, record: Any) -> dict[str, Any]:
        told = super().context(record)
        reader, user = told["reader"], self.request.user
        goals = list(record.goals.standing().order_by("pk"))
        writes = record.archived_at is None and Task.may_add(user, None) and record.ended_on is None
        return told | {
            "outline": outline_of(record, reader.today),
            "goals": [(one, smart_cell(one, reader), one.unanswered()) for one in goals],
            "budget": reader.money(record.budget, record.currency),
            "look": LOOKS.get(record.state, ""),
            "writes": writes,
            "task_form": TaskForm(by=user, initial={"project": record.pk}) if writes else None,
        }


class _PartPage(DetailPage):
    """Of something in a project."""

    def context(self, record: Any) -> dict[str, Any]:
        return super().context(record) | {"look": LOOKS.get(record.state, "")}


class MilestonePage(_PartPage):
    def context(self, record: Any) -> dict[str, Any]:
        moves = record.moves.select_related("moved_by")
        tasks = record.tasks.standing().select_related("owner", "waits_for").order_by("due_on", "pk")
        return super().context(record) | {"moves": moves, "tasks": tasks}


class TaskPage(_PartPage):
    def context(self, record: Any) -> dict[str, Any]:
        befores = list(record.follows.select_related("before"))
        afters = list(record.followed_by.select_related("task"))
        return super().context(record) | {"befores": befores, "afters": afters}


class PhasePage(_PartPage):
    def context(self, record: Any) -> dict[str, Any]:
        tasks = record.tasks.standing().select_related("owner", "waits_for").order_by("due_on", "pk")
        return super().context(record) | {
            "requirements": record.requirements.order_by("pk"),
            "tasks": tasks,
            "milestones": record.milestones.standing().select_related("owner").order_by("due_on", "pk"),
        }


class GoalPage(DetailPage):
    def context(self, record: Any) -> dict[str, Any]:
        return super().context(record) | {"unanswered": record.unanswered()}
