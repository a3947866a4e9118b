"""What would be otherwise, and what it makes of open work. Pure but for what it is given."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from zhike.core.clock.working_calendar import WorkingCalendar
from zhike.domains.projects.working_days import moved

WHOLE = 100  # percent of a day


@dataclass(frozen=True)
class Change:
    """The open work of a project `days` later; what `person` has to do in it done by `instead`, if somebody is.

    `share`: percent of a day that whoever does it then gives to it.
    """

    days: int = 0
    person: int | None = None
    instead: int | None = None
    share: int = WHOLE

    def __bool__(self) -> bool:
        return bool(self.days or (self.person and (self.instead or self.share != WHOLE)))


@dataclass(frozen=True)
class Job:
    """An open task. `hours` are left of it, None where nobody says; `first` and `last` are the days planned for it."""

    key: int
    project: int
    owner: int | None
    first: date | None
    last: date | None
    hours: float | None
    begun: bool = False
    share: int = WHOLE

    @property
    def is_dated(self) -> bool:
        return self.first is not None and self.last is not None


def changed(jobs: Iterable[Job], project: int, change: Change, calendar: WorkingCalendar) -> list[Job]:
    """All of them, those of the project as they would be."""
    return [_changed(one, change, calendar) if one.project == project else one for one in jobs]


def later(day: date | None, days: int, calendar: WorkingCalendar) -> date | None:
    return moved(day, days, calendar) if day and days else day


def _changed(job: Job, change: Change, calendar: WorkingCalendar) -> Job:
    """What was begun goes on; only its end comes later."""
    first = job.first if job.begun else later(job.first, change.days, calendar)
    job = replace(job, first=first, last=later(job.last, change.days, calendar))
    if change.person is None or job.owner != change.person:
        return job
    return replace(job, owner=change.instead or job.owner, share=change.share, last=_stretched(job, change.share))


def _stretched(job: Job, share: int) -> date | None:
    """In half of the day it takes twice the days."""
    if not job.first or not job.last or share == WHOLE:
        return job.last
    return date.fromordinal(job.first.toordinal() + round(((job.last - job.first).days + 1) * WHOLE / share) - 1)


def as_rows(task: dict[str, Any], owner: int | None, change: Change, calendar: WorkingCalendar) -> dict[str, Any]:
    """The values of a task as the forecast reads them, as they would be."""
    said = dict(task)
    said["due_on"] = later(task["due_on"], change.days, calendar)
    if not task["started_on"]:
        said["starts_on"] = later(task["starts_on"], change.days, calendar)
    if change.person is not None and owner == change.person and change.share != WHOLE:
        for name in ("hours_low", "hours", "hours_high"):
            said[name] = None if task[name] is None else float(task[name]) * WHOLE / change.share
    return said
