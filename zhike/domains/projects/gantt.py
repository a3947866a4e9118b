"""A plan drawn over time: bars, days that matter, what comes after what, and what may not slip."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import pgettext_lazy

from zhike.core.base.days import short_day_words
from zhike.core.clock.models import Calendar
from zhike.core.clock.working_calendar import WorkingCalendar
from zhike.domains.projects.choices import UNDONE, TaskState
from zhike.domains.projects.models import Follow
from zhike.domains.projects.outline import Outline
from zhike.domains.projects.planning.hours import BeyondHours, days_of
from zhike.domains.projects.planning.network import network
from zhike.domains.projects.planning.plan import Activity, Cycle, Link, Plan

ROW, HALF, EDGE = 32, 16, 14  # pixels: a line, its middle, the room at both ends
WIDEST, NARROWEST, ROOM = 22, 3, 900
LONGEST = 40_000  # pixels: a plan over many years is not drawn by the day
SUNDAY, NEAR = 6, 3  # days: so near before a Monday there is no room for another month's name
BEYOND = 400  # days after the plan's last one that the calendar is read


class Scale(models.TextChoices):
    """What a line stands for; without one the whole plan is made to fit."""

    DAY = "day", pgettext_lazy("of a chart", "Days")
    WEEK = "week", pgettext_lazy("of a chart", "Weeks")
    MONTH = "month", pgettext_lazy("of a chart", "Months")


PIXELS = {Scale.DAY: 28, Scale.WEEK: 10, Scale.MONTH: 4}  # a day


@dataclass
class Mark:
    """A line of the chart. `x` and `width` in pixels; a milestone has no width, nor a phase without days.

    `critical`: if it slips, the end does.
    """

    record: Any
    kind: str
    y: int
    x: int = 0
    width: int = 0
    critical: bool = False
    first_x: int | None = None

    @property
    def top(self) -> int:
        return self.y + 8

    @property
    def middle(self) -> int:
        return self.y + HALF

    @property
    def end(self) -> int:
        return self.x + self.width


@dataclass
class Chart:
    """`by` is what each of the `ticks` (x, words) begins: a day, a week or a month; `scale` are the pixels of a day.

    `undated` are tasks that have no day, `off` where days begin on which nobody works (by the day alone), `arrows`
    (path, whether what follows begins too early), `scales` those in which it can be drawn.
    """

    first: date
    last: date
    scale: float
    marks: list[Mark] = field(default_factory=list)
    arrows: list[tuple[str, bool]] = field(default_factory=list)
    undated: list[Any] = field(default_factory=list)
    off: list[int] = field(default_factory=list)
    today: int | None = None
    by: Scale = Scale.WEEK

    @property
    def height(self) -> int:
        return ROW * (len(self.marks) + 1)

    @property
    def width(self) -> int:
        return self.at(self.last) + round(self.scale) + EDGE

    @property
    def days(self) -> list[date]:
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]

    @property
    def ticks(self) -> list[tuple[int, str]]:
        if self.by == Scale.MONTH:
            return [(self.at(day), _month(day)) for day in self.days if day.day == 1]
        if self.by == Scale.WEEK:
            return [(self.at(day), short_day_words(day)) for day in self.days if day.weekday() == 0]
        return [(self.at(day), str(day.day)) for day in self.days]

    @property
    def above(self) -> list[tuple[int, str]]:
        """The month over the days: at each Monday, so that one is always in sight."""
        if self.by != Scale.DAY:
            return []
        begun = [] if self.first.weekday() > SUNDAY - NEAR else [self.first]
        return [(self.at(day), _month(day)) for day in self.days if day in begun or day.weekday() == 0]

    @property
    def scales(self) -> list[Scale]:
        return [one for one, pixels in PIXELS.items() if len(self.days) * pixels <= LONGEST]

    def at(self, day: date) -> int:
        """Where a day begins."""
        return EDGE + round((day - self.first).days * self.scale)


def _month(day: date) -> str:
    return date_format(day, "YEAR_MONTH_FORMAT")


def chart_of(outline: Outline, scale: str = "") -> Chart | None:
    """None while nothing has a day. Fits the whole plan without a scale, or where it is too long for that.

    One question to the database for what comes after what, one for the calendar.
    """
    days = [day for one in outline.tasks for day in (one.starts_on, one.due_on) if day]
    days += [day for one in outline.milestones for day in (one.due_on, one.first_due_on)]
    days += [day for one in outline.branches if one.phase for day in (one.phase.starts_on, one.phase.ends_on) if day]
    if not days:
        return None
    first, last = min(*days, outline.today), max(*days, outline.today)
    chart = _scaled(Chart(first, last, max(NARROWEST, min(WIDEST, ROOM / ((last - first).days + 1)))), scale)
    chart.today = chart.at(outline.today) + round(chart.scale / 2)
    follows = list(Follow.objects.filter(task__in=[one.pk for one in outline.tasks]))
    calendar = Calendar.objects.default().working(outline.today)
    if chart.by == Scale.DAY:
        chart.off = [chart.at(day) for day in chart.days if not calendar.is_working_day(day)]
    critical = critical_tasks(outline.tasks, follows, calendar)
    for branch in outline.branches:
        _draw(chart, branch, critical)
    _join(chart, follows)
    return chart


def _scaled(chart: Chart, scale: str) -> Chart:
    """In that scale; else as it fits, by the week where there is room for the words."""
    if scale in chart.scales:
        return replace(chart, by=Scale(scale), scale=PIXELS[Scale(scale)])
    return replace(chart, by=Scale.MONTH if chart.scale < 8 else Scale.WEEK)


def critical_tasks(tasks: Iterable[Any], follows: Iterable[Any], calendar: WorkingCalendar) -> set[int]:
    """Numbers of open tasks which, if they slip, move the end of what is left; none where that is not known."""
    left = [one for one in tasks if one.state in UNDONE and one.due_on]
    if not left:
        return set()
    first = min(one.starts_on or one.due_on for one in left)
    last = max(one.due_on for one in left)
    hours = days_of(calendar, first, (last - first).days + BEYOND)
    known = {one.pk for one in left}
    activities = [
        Activity(one.pk, hours.between(_from(one, first), _until(one, first)), _from(one, first), hours) for one in left
    ]
    links = [
        Link(one.before_id, one.task_id, lag=one.lag)
        for one in follows
        if one.before_id in known and one.task_id in known
    ]
    try:
        return set(network(Plan(activities, links)).critical)  # type: ignore[arg-type]
    except (Cycle, BeyondHours):
        return set()


def _from(task: Any, first: date) -> int:
    return int(((task.starts_on or task.due_on) - first).days)


def _until(task: Any, first: date) -> int:
    return int((task.due_on - first).days) + 1


def _draw(chart: Chart, branch: Any, critical: set[int]) -> None:
    if branch.phase:
        _draw_phase(chart, branch.phase)
    for knot in branch.knots:
        for task in knot.tasks:
            _draw_task(chart, task, critical)
        if knot.milestone:
            one = knot.milestone
            x = chart.at(one.reached_on or one.due_on) + round(chart.scale / 2)
            was = chart.at(one.first_due_on) + round(chart.scale / 2)
            chart.marks.append(Mark(one, "milestone", chart.height, x, first_x=was if was != x else None))


def _draw_phase(chart: Chart, phase: Any) -> None:
    """Without a bar while it has not both days."""
    mark = Mark(phase, "phase", chart.height)
    if phase.starts_on and phase.ends_on:
        mark.x = chart.at(phase.starts_on)
        mark.width = max(4, chart.at(phase.ends_on) + round(chart.scale) - mark.x)
    chart.marks.append(mark)


def _draw_task(chart: Chart, task: Any, critical: set[int]) -> None:
    if task.state == TaskState.DROPPED:
        return
    if task.due_on is None:
        chart.undated.append(task)
        return
    x = chart.at(task.starts_on or task.due_on)
    width = max(4, chart.at(task.due_on) + round(chart.scale) - x)
    chart.marks.append(Mark(task, "task", chart.height, x, width, task.pk in critical))


def _join(chart: Chart, follows: Iterable[Any]) -> None:
    """From the end of what comes before, down or up, to the beginning of what follows."""
    bars = {mark.record.pk: mark for mark in chart.marks if mark.kind == "task"}
    for one in follows:
        before, after = bars.get(one.before_id), bars.get(one.task_id)
        if before and after:
            bend = before.end + 6
            back = f"V{after.middle - HALF}H{after.x - 8}" if after.x < bend + 4 else ""
            path = f"M{before.end} {before.middle}H{bend}{back}V{after.middle}H{after.x - 1}"
            chart.arrows.append((path, after.x < before.end))
