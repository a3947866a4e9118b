"""From a plan as another program wrote it to what is kept of it here. Pure.

Summaries of the highest level become phases, and so do sprints; of deeper summaries only the tasks are kept. Links of
summaries become links of the tasks in them. Only those from finish to start are kept.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from zhike.domains.projects.bringing.ties import Ties
from zhike.domains.projects.planning.outside import Lost, OutsideAssignment, OutsidePlan, OutsideTask

HOUR = 60
SPRINT = "sprint "  # before its name, in the key of its phase
LONGEST, NOTE = 200, 4_000  # letters
MOST_HOURS = 99_999


@dataclass(frozen=True)
class Piece:
    """A task, phase or milestone to be, with the keys of the other program. `hours` are likely; `done` from 0 to 1."""

    key: str
    title: str
    phase: str | None = None
    milestone: str | None = None
    person: str | None = None
    starts_on: date | None = None
    due_on: date | None = None
    hours: float | None = None
    done: float = 0
    note: str = ""


@dataclass(frozen=True)
class Draft:
    """`follows`: (task, before, lag in working days). `people`: (key, name, mail) of those who do something in it."""

    name: str
    phases: tuple[Piece, ...]
    milestones: tuple[Piece, ...]
    tasks: tuple[Piece, ...]
    follows: tuple[tuple[str, str, int], ...]
    people: tuple[tuple[str, str, str], ...]
    lost: tuple[Lost, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.tasks or self.milestones)


def draft_of(plan: OutsidePlan) -> Draft:
    points = {one.key for one in plan.tasks if one.is_milestone and not one.is_summary and (one.finish or one.start)}
    leaves = [one for one in plan.tasks if not one.is_summary and one.key not in points]
    phases, ties, doers = _phases(plan), Ties(plan, points), _doers(plan)
    names = dict(phases.values())
    used = {phases[one.key][0] for one in plan.tasks if not one.is_summary and one.key in phases}
    return Draft(
        name=plan.name,
        phases=tuple(Piece(key, names[key]) for key in _in_turn(names) if key in used),
        milestones=tuple(_piece(one, plan, phases, ties, doers) for one in plan.tasks if one.key in points),
        tasks=tuple(_piece(one, plan, phases, ties, doers) for one in leaves),
        follows=tuple(ties.follows),
        people=tuple((one.key, one.name, one.email) for one in plan.people if one.key in set(doers.values())),
        lost=(*_lost(plan, ties, doers, used), *plan.lost),
    )


def _piece(
    one: OutsideTask, plan: OutsidePlan, phases: dict[str, tuple[str, str]], ties: Ties, doers: dict[str, str]
) -> Piece:
    first, last = _day(one.start), _day(one.finish)
    return Piece(
        key=one.key,
        title=_title(one.title or one.wbs or one.key),
        phase=phases.get(one.key, (None,))[0],
        milestone=ties.milestones.get(one.key),
        person=doers.get(one.key),
        starts_on=first if first and last and first <= last else None,
        due_on=last or first,
        hours=_hours(one),
        done=one.done,
        note=one.note[:NOTE],
    )


def _phases(plan: OutsidePlan) -> dict[str, tuple[str, str]]:
    """(key, title) of each task's phase: its last sprint or its parent's, else the highest summary above it."""
    known, found = {one.key: one for one in plan.tasks}, {}
    for one in plan.tasks:
        above = list(_above(one, known))
        sprint = next((each.sprints[-1] for each in (one, *above) if each.sprints), None)
        top = above[-1] if above and above[-1].is_summary else None
        if sprint:
            found[one.key] = (f"{SPRINT}{sprint}", _title(sprint))
        elif top:
            found[one.key] = (top.key, _title(top.title))
    return found


def _in_turn(names: dict[str, str]) -> list[str]:
    """The keys of phases as the file has them, but sprints by their numbers: often the last one stands first in it."""
    sprints = [one for one in names if one.startswith(SPRINT)]
    if not all(re.search(r"\d", one) for one in sprints):
        return list(names)
    turn = iter(sorted(sprints, key=_numbers))
    return [next(turn) if one.startswith(SPRINT) else one for one in names]


def _numbers(key: str) -> list[tuple[int, str]]:
    """By which Sprint 10 comes after Sprint 9."""
    return [(int(one), "") if one.isdecimal() else (0, one) for one in re.split(r"(\d+)", key)]


def _above(one: OutsideTask, known: dict[str, OutsideTask]) -> Iterator[OutsideTask]:
    seen = {one.key}
    while one.parent in known and one.parent not in seen:
        seen.add(one.parent)
        one = known[one.parent]
        yield one


def _doers(plan: OutsidePlan) -> dict[str, str]:
    """Who has most to do in each task; of equal ones the first."""
    found: dict[str, OutsideAssignment] = {}
    for one in plan.assignments:
        if one.task not in found or (one.minutes or 0) > (found[one.task].minutes or 0):
            found[one.task] = one
    return {task: one.person for task, one in found.items()}


def _lost(plan: OutsidePlan, ties: Ties, doers: dict[str, str], used: set[str]) -> Iterator[Lost]:
    summaries = [one for one in plan.tasks if one.is_summary]
    counts = Counter(
        {
            "Link (SS, FF, SF)": ties.other_kinds,
            "Link (summary, milestone)": ties.dropped,
            "Summary": sum(one.key not in used for one in summaries),
            "Summary (notes, dates)": sum(bool(one.note) for one in summaries),
            "Assignment (further people)": len(plan.assignments) - len(doers),
            "Baseline": sum(bool(one.baselines) for one in plan.tasks),
            "Deadline": sum(bool(one.deadline) for one in plan.tasks),
            "Calendar": sum(bool(one.days) for one in plan.calendars),
        }
    )
    return (Lost(name, count) for name, count in counts.items() if count)


def _hours(one: OutsideTask) -> float | None:
    minutes = one.work or (None if one.is_elapsed else one.minutes)
    return min(round(minutes / HOUR, 2), MOST_HOURS) if minutes else None


def _title(text: str) -> str:
    return " ".join(text.split())[:LONGEST]


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
