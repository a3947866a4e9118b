"""The pages of a project and of what stands in it."""

from typing import Any

from django.db.models import Sum

from zhike.agreements.twins.spoken import spoken
from zhike.core.pages.detail import DetailPage
from zhike.core.timeline.kinds import EventKind
from zhike.domains.projects import events
from zhike.domains.projects.choices import ReviewState
from zhike.domains.projects.clock_words import clock
from zhike.domains.projects.forms import TaskLine
from zhike.domains.projects.models import Task
from zhike.domains.projects.models.hours import may_book
from zhike.domains.projects.models.reviewing import SHOWABLE
from zhike.domains.projects.money import may_see_money, spent_on
from zhike.domains.projects.outline import outline_of
from zhike.domains.projects.progress_columns import PROGRESS
from zhike.domains.projects.shown import LOOKS, smart_cell
from zhike.domains.projects.steps import PinForm
from zhike.domains.projects.text import with_pins

QUIET = tuple(str(one) for one in vars(events).values() if isinstance(one, EventKind) and one.quiet)


class ProjectPage(DetailPage):
    untold = QUIET
    shown_elsewhere = tuple(one.name for one in PROGRESS)  # the plan says it

    def context(self, record: Any) -> dict[str, Any]:
        told = super().context(record)
        reader, user = told["reader"], self.request.user
        goals = list(record.goals.standing().order_by("pk"))
        writes = record.archived_at is None and Task.may_add(user, None) and record.ended_on is None
        return told | {
            "outline": outline_of(record, reader.today),
            **_spent(record, reader),
            "goals": [(one, smart_cell(one, reader), one.unanswered()) for one in goals],
            "deliverables": [_with_look(one) for one in record.deliverables.standing().order_by("due_on", "pk")],
            "budget": reader.money(record.budget, record.currency),
            "look": LOOKS.get(record.state, ""),
            "writes": writes,
            "task_form": TaskLine(by=user, initial={"project": record.pk}) if writes else None,
        }


def _spent(project: Any, reader: Any) -> dict[str, Any]:
    """What was booked; what it cost for those who may see money, compared where both are in one currency."""
    spent = spent_on(project)
    if not spent.cost or not may_see_money(reader.user, project):
        return {"spent": spent, "money": None}
    money: dict[str, Any] = {"cost": reader.money(spent.cost, spent.currency)}
    if spent.worth:
        money["worth"] = reader.money(spent.worth, spent.currency)
    if project.budget and project.currency == spent.currency:
        money["share"] = round(100 * spent.cost / project.budget)
        money["margin"] = reader.money(project.budget - spent.cost, spent.currency)
        money["loss"] = spent.cost > project.budget
    return {"spent": spent, "money": money}


def _with_look(one: Any) -> Any:
    one.look = LOOKS.get(one.state, "")
    return one


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
        booked = record.hours_booked.standing().aggregate(sum=Sum("minutes"))["sum"] or 0
        times = may_book(self.request.user) and record.is_open and record.project.is_live
        befores = list(record.follows.select_related("before"))
        afters = list(record.followed_by.select_related("task"))
        return super().context(record) | {
            "befores": befores, "afters": afters, "booked": clock(booked), "times": times
        }  # fmt: skip


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


class DeliverablePage(_PartPage):
    """Its newest version with what was pointed at, and all versions with what was said of them."""

    untold = QUIET

    def context(self, record: Any) -> dict[str, Any]:
        told = super().context(record)
        versions = list(record.versions.select_related("file", "made_by", "contact", "entry").order_by("-number"))
        pins = spoken(record).all_of(record.pins.select_related("contact", "person", "version", "settled_in"))
        may = told["may_amend"] and record.archived_at is None
        version, unsettled = (versions[0] if versions else None), [one for one in pins if one.settled_in is None]
        lines = with_pins(version, unsettled) if version else []
        return told | {
            "versions": versions,
            "version": version,
            "pins": unsettled,
            "lines": lines,
            "settled": [one for one in pins if one.settled_in],
            "hands_in": may,
            "shows": may and versions and record.state in (ReviewState.READY, ReviewState.REVIEW),
            "pin_form": PinForm(record=record),
            "points": may and version and (version.is_picture or lines) and record.state in SHOWABLE,
        }

    def steps(self, record: Any) -> list[Any]:
        """Without those that have a form of their own on the page."""
        return [one for one in super().steps(record) if one["step"].name not in ("hand_in", "show", "pin")]
