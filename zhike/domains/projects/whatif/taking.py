"""Taking what was tried: by the same verbs as by hand, all of it or nothing."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from zhike.core.clock.models import Calendar
from zhike.core.timeline.moment import moment
from zhike.domains.projects.choices import UNDONE, MilestoneState
from zhike.domains.projects.whatif.change import Change, later


@transaction.atomic
def take(project: Any, change: Change, *, by: Any, reason: str) -> int:
    """How many tasks and milestones are otherwise now. The agreed end of the project stays. Raises Forbidden, Refused.

    How much of a day somebody gives is kept nowhere.
    """
    calendar = Calendar.objects.default().working(timezone.localdate(moment()))
    taken = 0
    for task in project.tasks.standing().filter(state__in=UNDONE).order_by("pk"):
        said: dict[str, Any] = {}
        if change.days:
            said["due_on"] = later(task.due_on, change.days, calendar)
            said |= {} if task.started_on else {"starts_on": later(task.starts_on, change.days, calendar)}
        if change.instead and task.owner_id == change.person:
            said["owner_id"] = change.instead
        taken += _amend(task, said, by)
    if change.days:
        for milestone in project.milestones.standing().filter(state=MilestoneState.OPEN).order_by("pk"):
            milestone.move(by=by, due_on=later(milestone.due_on, change.days, calendar), reason=reason)
            taken += 1
    return taken


def _amend(task: Any, said: dict[str, Any], by: Any) -> bool:
    if "owner_id" in said:
        said["owner"] = type(task)._meta.get_field("owner").related_model.objects.get(pk=said.pop("owner_id"))
    return bool(said) and task.amend(by=by, **said) is not None
