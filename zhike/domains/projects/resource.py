"""Projects and what stands in them, declared."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText
from zhike.core.ui.cells import badge
from zhike.domains.projects import choices, resource_hours  # noqa: F401  (hours and rates)
from zhike.domains.projects.forms import DeliverableForm, GoalForm, MilestoneForm, PhaseForm, ProjectForm, TaskForm
from zhike.domains.projects.models import Deliverable, Goal, Milestone, Phase, Project, Task
from zhike.domains.projects.pages import DeliverablePage, GoalPage, MilestonePage, PhasePage, ProjectPage, TaskPage
from zhike.domains.projects.progress_columns import PROGRESS
from zhike.domains.projects.shown import LOOKS, smart_cell

OF_CLIENT = (
    filters.link("project", _("Project")),
    filters.link("client", _("Client")),
    filters.person("client__owner", _("Owner of the client")),
    filters.team("client__team", _("Team of the client")),
)


def _named(name: str, label: Any) -> Column:
    return Column(name, label, lambda one, reader: reader.link(one), needs=(name,), sort=name, wide=False)


def _state(one: Any, _reader: Reader) -> str:
    return str(badge(one.get_state_display(), LOOKS.get(one.state, "")))


def _states(model: Any) -> Column:
    return Column("state", _("State"), _state, needs=("state",), sort="state")


def _due(one: Any, reader: Reader) -> str:
    return str(reader.day(one.due_on, late=one.state in ("open", *choices.UNDONE)))


def _money(project: Any, reader: Reader) -> str:
    return str(reader.money(project.budget, project.currency))


register(
    Resource(
        name="projects",
        model=Project,
        form=ProjectForm,
        icon="project",
        columns=(
            _named("name", _("Project")),
            column(Project, "client", wide=False),
            _states(Project),
            *PROGRESS,
            column(Project, "lead"),
            column(Project, "starts_on", shown=False),
            column(Project, "ends_on"),
            Column("budget", _("Budget"), _money, needs=("budget", "currency"), number=True, shown=False),
            column(Project, "why", shown=False, cut=True),
            column(Project, "reason", shown=False),
        ),
        filters=(
            *OF_CLIENT[1:],
            filters.choice("state", _("State"), choices.ProjectState.choices),
            filters.person("lead", _("Leads")),
            filters.when("ends_on", _("Ends")),
            filters.archived(),
        ),
        views=((_("Running"), "state=running"), (_("Led by me"), "lead=me")),
        search=SearchText(names=("name",), body=("why", "scope")),
        board="state",
        pages={"detail": ProjectPage},
    )
)
register(
    Resource(
        name="tasks",
        model=Task,
        form=TaskForm,
        icon="todo",
        order="due_on",
        columns=(
            _named("title", pgettext_lazy("project", "Task")),
            column(Task, "project", wide=False),
            column(Task, "owner"),
            Column("due_on", pgettext_lazy("task", "Due"), _due, needs=("due_on", "state"), sort="due_on", wide=False),
            _states(Task),
            column(Task, "phase", shown=False),
            column(Task, "milestone", shown=False),
            column(Task, "starts_on", shown=False),
            column(Task, "hours_low", number=True, shown=False),
            column(Task, "hours", number=True, shown=False),
            column(Task, "hours_high", number=True, shown=False),
            column(Task, "waits_for"),
            column(Task, "waits_what", shown=False),
            column(Task, "note", shown=False, cut=True),
        ),
        filters=(
            *OF_CLIENT,
            filters.choice("state", _("State"), choices.TaskState.choices),
            filters.person("owner", _("Owner")),
            filters.when("due_on", pgettext_lazy("task", "Due")),
            filters.archived(),
        ),
        views=((_("Mine, open"), "owner=me&state=todo&state=doing"),),
        search=SearchText(
            names=("title",), body=("note",), subtitle=lambda one: str(one.project), prefetch=("project",)
        ),
        board="state",
        pages={"detail": TaskPage},
    )
)
register(
    Resource(
        name="milestones",
        model=Milestone,
        form=MilestoneForm,
        icon="pin",
        order="due_on",
        columns=(
            _named("title", _("Milestone")),
            column(Milestone, "project", wide=False),
            Column(
                "due_on", pgettext_lazy("milestone", "Due"), _due, needs=("due_on", "state"), sort="due_on", wide=False
            ),
            column(Milestone, "first_due_on", shown=False),
            _states(Milestone),
            column(Milestone, "owner"),
            column(Milestone, "contact"),
            column(Milestone, "phase", shown=False),
            column(Milestone, "reached_on", shown=False),
            column(Milestone, "client_sees", shown=False),
        ),
        filters=(
            *OF_CLIENT,
            filters.choice("state", _("State"), choices.MilestoneState.choices),
            filters.person("owner", _("Owner")),
            filters.when("due_on", pgettext_lazy("milestone", "Due")),
            filters.archived(),
        ),
        search=SearchText(names=("title",), subtitle=lambda one: str(one.project), prefetch=("project",)),
        pages={"detail": MilestonePage},
        menu=False,
    )
)
register(
    Resource(
        name="deliverables",
        model=Deliverable,
        form=DeliverableForm,
        icon="file",
        order="due_on",
        columns=(
            _named("title", _("Deliverable")),
            column(Deliverable, "project", wide=False),
            _states(Deliverable),
            column(Deliverable, "due_on"),
            column(Deliverable, "owner"),
            column(Deliverable, "reviewer"),
            column(Deliverable, "milestone", shown=False),
            column(Deliverable, "criteria", shown=False, cut=True),
            column(Deliverable, "asked_on", shown=False),
            column(Deliverable, "answered_on", shown=False),
            column(Deliverable, "accepted_on", shown=False),
        ),
        filters=(
            *OF_CLIENT,
            filters.choice("state", _("State"), choices.ReviewState.choices),
            filters.person("owner", _("Owner")),
            filters.when("accepted_on", _("First accepted")),
            filters.archived(),
        ),
        search=SearchText(names=("title",), subtitle=lambda one: str(one.project), prefetch=("project",)),
        pages={"detail": DeliverablePage},
        menu=False,
    )
)
register(
    Resource(
        name="phases",
        model=Phase,
        form=PhaseForm,
        icon="columns",
        order="position",
        columns=(
            _named("title", _("Phase")),
            column(Phase, "project", wide=False),
            _states(Phase),
            column(Phase, "position", label=pgettext_lazy("phase", "Place"), number=True, shown=False),
            column(Phase, "starts_on"),
            column(Phase, "ends_on"),
        ),
        filters=(*OF_CLIENT, filters.choice("state", _("State"), choices.PhaseState.choices), filters.archived()),
        pages={"detail": PhasePage},
        menu=False,
    )
)
register(
    Resource(
        name="goals",
        model=Goal,
        form=GoalForm,
        icon="star",
        columns=(
            _named("title", pgettext_lazy("project", "Goal")),
            column(Goal, "project", wide=False),
            Column("smart", _("How clear"), smart_cell, needs=(
                "title", "measure", "baseline", "target", "attainable", "relevant", "due_on")),
            column(Goal, "measure"),
            column(Goal, "baseline"),
            column(Goal, "target"),
            column(Goal, "due_on"),
            column(Goal, "attainable", shown=False),
            column(Goal, "relevant", shown=False),
            column(Goal, "owner"),
        ),
        filters=(*OF_CLIENT, filters.person("owner", _("Owner")), filters.archived()),
        pages={"detail": GoalPage},
        menu=False,
    )
)  # fmt: skip
