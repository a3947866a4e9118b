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
            past = bool(one["due_on"]) and date.fromisoformat(one["due_on"]) < today
            told[one["milestone"]].append((Decimal(one["hours"] or 0) or A_TASK, past))
    return {pk: _percent(pairs) for pk, pairs in told.items()}


def _done(tasks: Iterable[Any]) -> dict[int, int]:
    told: dict[int, list[tuple[Decimal, bool]]] = defaultdict(list)
    for one in tasks:
        if one.milestone_id and one.state != TaskState.DROPPED:
            told[one.milestone_id].append((one.hours or A_TASK, one.state == TaskState.DONE))
    return {pk: _percent(pairs) for pk, pairs in told.items()}


def _percent(pairs: list[tuple[Decimal, bool]]) -> int:
    whole = sum(weight for weight, _is in pairs)
    return round(100 * sum(weight for weight, is_so in pairs if is_so) / whole)
