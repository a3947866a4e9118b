"""How far the milestones of a project are from a baseline. Pure but for what it is given."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from zhike.domains.projects.baselines.freezing import Content
from zhike.domains.projects.choices import MilestoneState, TaskState

A_TASK = Decimal(1)  # what a task without hours weighs


@dataclass(frozen=True)
class Line:
    """`planned_on` is None for what came since, `stands_on` for what is no longer planned.

    `planned` and `done` are percents of the hours that lead there: what should be done by yesterday, and what is; None
    where no task does. `late` are days after the baseline, negative before it: of what is still open, as it is planned
    now, but at least until today.
    """

    milestone: Any
    title: str
    planned_on: date | None
    stands_on: date | None
    is_reached: bool
    late: int | None
    planned: int | None
    done: int | None


def drift(content: Content, milestones: Iterable[Any], tasks: Iterable[Any], today: date) -> list[Line]:
    """By the day of the baseline, then by today's."""
    now = {one.pk: one for one in milestones}
    planned, done = _planned(content, today), _done(tasks)
    lines = [_kept_line(one, now.get(one["id"]), planned, done, today) for one in content["milestones"]]
    known = {one["id"] for one in content["milestones"]}
    lines += [_new_line(one, done) for one in now.values() if one.pk not in known]
    return sorted(lines, key=lambda one: (one.planned_on or date.max, one.stands_on or date.max, one.title))


def whole(content: Content, project: Any, tasks: Iterable[Any], today: date) -> Line:
    """The project as one line: its end, and all its tasks."""
    before = date.fromisoformat(content["ends_on"]) if content["ends_on"] else None
    stands_on = project.ended_on or project.ends_on
    counts_on = stands_on if project.ended_on or stands_on is None else max(stands_on, today)
    late = (counts_on - before).days if before and counts_on else None
    planned = _percent([_weighed(one, today) for one in content["tasks"]])
    return Line(None, str(project), before, stands_on, bool(project.ended_on), late, planned, _percent(_so_far(tasks)))


def _kept_line(
    kept: dict[str, Any], one: Any, planned: dict[int, int], done: dict[int, int], today: date
) -> Line:  # fmt: skip
    before = date.fromisoformat(kept["due_on"])
    if one is None or one.state == MilestoneState.MISSED:
        return Line(one, kept["title"], before, None, False, None, planned.get(kept["id"]), done.get(kept["id"]))
    reached = one.state == MilestoneState.REACHED
    stands_on = one.reached_on if reached else one.due_on
    counts_on = stands_on if reached else max(stands_on, today)
    late = (counts_on - before).days
    return Line(one, one.title, before, stands_on, reached, late, planned.get(one.pk), done.get(one.pk))


def _new_line(one: Any, done: dict[int, int]) -> Line:
    reached = one.state == MilestoneState.REACHED
    stands_on = one.reached_on if reached else one.due_on
    return Line(one, one.title, None, stands_on, reached, None, None, done.get(one.pk))


def _planned(content: Content, today: date) -> dict[int, int]:
    """What should be done by the end of yesterday."""
    told: dict[int, list[tuple[Decimal, bool]]] = defaultdict(list)
    for one in content["tasks"]:
        if one["milestone"]:
            told[one["milestone"]].append(_weighed(one, today))
    return _percents(told)


def _weighed(one: dict[str, Any], today: date) -> tuple[Decimal, bool]:
    past = bool(one["due_on"]) and date.fromisoformat(one["due_on"]) < today
    return Decimal(one["hours"] or 0) or A_TASK, past


def _done(tasks: Iterable[Any]) -> dict[int, int]:
    told: dict[int, list[Any]] = defaultdict(list)
    for one in tasks:
        if one.milestone_id:
            told[one.milestone_id].append(one)
    return _percents({pk: _so_far(those) for pk, those in told.items()})


def _so_far(tasks: Iterable[Any]) -> list[tuple[Decimal, bool]]:
    kept = (one for one in tasks if one.state != TaskState.DROPPED)
    return [(one.hours or A_TASK, one.state == TaskState.DONE) for one in kept]


def _percents(told: dict[int, list[tuple[Decimal, bool]]]) -> dict[int, int]:
    found = {pk: _percent(pairs) for pk, pairs in told.items()}
    return {pk: percent for pk, percent in found.items() if percent is not None}


def _percent(pairs: list[tuple[Decimal, bool]]) -> int | None:
    """None where there is nothing to weigh."""
    weights = sum(weight for weight, _is in pairs)
    return round(100 * sum(weight for weight, is_so in pairs if is_so) / weights) if weights else None
