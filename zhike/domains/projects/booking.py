"""Starting a timer, and writing the sheet of a week."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from zhike.core.access.models import User
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.moment import moment
from zhike.domains.projects.choices import LIVE, UNDONE
from zhike.domains.projects.models import Hours, Task
from zhike.domains.projects.models.hours import may_book


def last_role(person: Any, project: Any) -> str:
    """The role in which somebody worked last, in this project or at all."""
    own = Hours.objects.standing().filter(person=person).exclude(role="").order_by("-pk")
    found = own.filter(project=project).values_list("role", flat=True).first()
    return found or own.values_list("role", flat=True).first() or ""


def start_timer(task: Any, *, by: Any) -> Hours:
    """One runs at a time: the one before is stopped. The person is locked, so that no two begin at once. Raises
    Forbidden.
    """
    if not may_book(by):
        raise Forbidden
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).get(pk=by.pk)
        for running in Hours.objects.running(by):
            running.stop_timer(by=by)
        made: Hours = Hours.objects.add(
            by=by, project=task.project, task=task, person=by, on=timezone.localdate(moment()), minutes=0,
            role=last_role(by, task.project), since=moment(),
        )  # fmt: skip
    return made


@dataclass
class Row:
    """A task in the sheet; `minutes` by day, `several` days with more than one entry, which are changed one by one."""

    task: Any
    minutes: dict[date, int]
    several: set[date]

    @property
    def total(self) -> int:
        return sum(self.minutes.values())


def sheet_of(person: Any, monday: date, user: Any) -> list[Row]:
    """Tasks with hours in that week, and those the person has to do, in live projects."""
    booked = list(Hours.objects.of_week(person, monday).exclude(task=None).select_related("task"))
    worked = {one.task_id for one in booked if one.task_id}
    sunday = monday + timedelta(days=6)
    live = Task.objects.visible_to(user).standing().filter(project__state__in=LIVE)
    mine = live.filter(owner=person, state__in=UNDONE, due_on__gte=monday - timedelta(days=60), due_on__isnull=False)
    near = mine.exclude(starts_on__gt=sunday)
    tasks = live.filter(pk__in=worked) | near
    rows = {task.pk: Row(task, {}, set()) for task in tasks.select_related("project").order_by("project", "pk")}
    for one in booked:
        row = rows.get(one.task_id or 0)
        if row is None:
            continue
        if one.on in row.minutes:
            row.several.add(one.on)
        row.minutes[one.on] = row.minutes.get(one.on, 0) + one.minutes
    return list(rows.values())


def write_sheet(person: Any, cells: Mapping[tuple[Any, date], int], *, by: Any) -> int:
    """Make each (task, day) come to so many minutes; how many changed. Days with several entries stay as they are."""
    changed = 0
    with transaction.atomic():
        for (task, on), minutes in cells.items():
            known = list(Hours.objects.standing().filter(person=person, task=task, on=on).order_by("pk")[:2])
            if len(known) > 1 or sum(one.minutes for one in known) == minutes:
                continue
            if not known:
                said = {"project": task.project, "task": task, "person": person, "on": on, "minutes": minutes}
                Hours.objects.add(by=by, role=last_role(person, task.project), **said)
            elif minutes:
                known[0].amend(by=by, minutes=minutes)
            else:
                known[0].archive(by=by)
            changed += 1
    return changed
