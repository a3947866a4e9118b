"""Projects on other pages: the client's, My day, the calendar, and among what is owed."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from zhike.core.pages.calendar import Item, calendar_source
from zhike.core.pages.counted import first_and_all
from zhike.core.pages.owed import Owed, Scope, owed_source
from zhike.core.pages.parts import part, standing_of
from zhike.core.record.handing_over import belonging
from zhike.core.resources.reader import Reader
from zhike.domains.projects import document, reviewing  # noqa: F401  (charter; what a client's link opens)
from zhike.domains.projects.choices import MilestoneState, ReviewState
from zhike.domains.projects.models import Deliverable, Milestone, Project, Task
from zhike.domains.projects.shown import LOOKS

SHOWN, ON_THE_TAB, ON_THE_DAY = 3, 60, 8
SOON = timedelta(days=3)


@part("clients.rail", template="projects/rail.html", label=_("Projects"), order=24, about=("projects.Project.client",))
def running_projects(client: Any, reader: Reader) -> dict[str, Any] | None:
    """Those that are open, with how far they are."""
    found = list(Project.objects.open().filter(client=client).with_progress(reader.today).order_by("ends_on", "pk"))
    shown = {"projects": found[:SHOWN], "more": ("?tab=projects", gettext("All"))}
    return shown if found else None


@part(
    "clients.tab",
    template="projects/tab.html",
    label=_("Projects"),
    name="projects",
    order=7,
    counts=standing_of(Project),
)
def projects(client: Any, reader: Reader) -> dict[str, Any]:
    """All of them, the open ones first."""
    known = Project.objects.standing().filter(client=client).with_progress(reader.today).select_related("lead")
    found: list[Any] = list(known.order_by("-pk")[:ON_THE_TAB])
    for one in found:
        one.look = LOOKS.get(one.state, "")
    open_ones = [one for one in found if one.ended_on is None]
    groups = [
        (pgettext_lazy("of projects", "Open"), open_ones),
        (pgettext_lazy("of projects", "Before"), [one for one in found if one not in open_ones]),
    ]
    may_add = not client.archived_at and Project.may_add(reader.user, None)
    return {"groups": groups, "any": bool(found), "may_add": may_add}


@part("day.main", template="projects/day.html", label=_("My tasks in projects"), order=24)
def my_tasks(person: Any, reader: Reader) -> dict[str, Any] | None:
    """Late ones, and those of the next days."""
    mine = Task.objects.visible_to(reader.user).owed().filter(owner__in=person.stands_for, waits_for=None)
    near = mine.filter(due_on__lte=reader.today + SOON).select_related("project", "client")
    due, in_all = first_and_all(near, ON_THE_DAY)
    more = (reverse("tasks:list") + "?owner=me&state=todo&state=doing", gettext("All"))
    return {"tasks": due, "count": in_all, "more": more} if due else None


@owed_source("milestones", label=_("Milestone"), icon="pin")
def milestones(reader: Reader, scope: Scope) -> Iterator[Owed]:
    """Of projects that run; theirs where somebody of theirs has to do it."""
    seen = Milestone.objects.visible_to(reader.user).owed().select_related("client", "contact")
    for one in scope.of(seen, owner="owner"):
        yield Owed(
            one.due_on, one.title, reverse("milestones:detail", args=[one.reference]), one.reference,
            side="them" if one.contact else "us", person=one.owner_id,
            other=one.contact.called if one.contact else "", client=one.client,
        )  # fmt: skip


@owed_source("tasks", label=pgettext_lazy("project", "Task"), icon="todo")
def tasks(reader: Reader, scope: Scope) -> Iterator[Owed]:
    """Of projects that run; what waits for somebody of theirs is theirs, since the day on which it began to wait."""
    seen = Task.objects.visible_to(reader.user).owed().select_related("client", "waits_for")
    for one in scope.of(seen, owner="owner"):
        waits = one.waits_for
        yield Owed(
            one.waits_since if waits else one.due_on, one.waits_what if waits else one.title,
            reverse("tasks:detail", args=[one.reference]), one.reference, side="them" if waits else "us",
            person=one.owner_id, other=waits.called if waits else "", client=one.client,
        )  # fmt: skip


@owed_source("deliverables", label=_("Deliverable"), icon="file")
def deliverables(reader: Reader, scope: Scope) -> Iterator[Owed]:
    """Theirs while they look at it, since they were asked; ours again when they want it changed."""
    states = (ReviewState.REVIEW, ReviewState.CHANGES)
    seen = Deliverable.objects.visible_to(reader.user).standing().filter(state__in=states)
    for one in scope.of(seen.select_related("client", "reviewer").order_by("asked_on", "pk"), owner="owner"):
        theirs = one.state == ReviewState.REVIEW
        day = (one.asked_on if theirs else one.answered_on) or reader.today
        yield Owed(
            day, one.title, reverse("deliverables:detail", args=[one.reference]), one.reference,
            side="them" if theirs else "us", person=one.owner_id, client=one.client,
            other=one.reviewer.called if theirs and one.reviewer else "",
        )  # fmt: skip


@calendar_source("milestones", label=_("Milestones"))
def calendar(reader: Reader, people: Collection[int], first: date, last: date) -> Iterator[Item]:
    """Those that these people own."""
    seen = Milestone.objects.visible_to(reader.user).standing().exclude(state=MilestoneState.MISSED)
    for one in seen.filter(owner__in=people, due_on__range=(first, last)).select_related("client"):
        yield Item(
            one.due_on, one.title, reverse("milestones:detail", args=[one.reference]), "pin", client=str(one.client),
            done=one.state == MilestoneState.REACHED,
        )  # fmt: skip


@belonging("projects", label=_("Projects led"), field="lead")
def led(person: Any) -> Any:
    return Project.objects.open().filter(lead=person)


@belonging("milestones", label=_("Milestones"))
def owned_milestones(person: Any) -> Any:
    return Milestone.objects.open().filter(owner=person)


@belonging("tasks", label=_("Tasks in projects"))
def owned_tasks(person: Any) -> Any:
    return Task.objects.open().filter(owner=person)


@belonging("deliverables", label=_("Deliverables"))
def owned_deliverables(person: Any) -> Any:
    return Deliverable.objects.standing().exclude(state=ReviewState.ACCEPTED).filter(owner=person)
