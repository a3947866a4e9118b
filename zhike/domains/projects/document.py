"""What was agreed and planned, for the client to keep: made from the project as it stands."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from zhike.agreements.twins.spoken import all_spoken, in_words, spoken
from zhike.core.base.money import shown
from zhike.core.documents.registry import document
from zhike.core.documents.sections import facts, joined, prose, table
from zhike.core.resources.reader import Reader
from zhike.core.ui.dates import dated_words
from zhike.domains.projects.models import Project


@document(
    "projects.project",
    "charter",
    template="clients/dossier/typst/dossier.typ",
    label=gettext_lazy("Charter and plan"),
    for_client=True,
)
def charter(project: Project, user: Any) -> dict[str, Any]:
    """What for, what is in it and what is not, goals, phases, milestones the client sees, deliverables."""
    reader, read = Reader(user), spoken(project)
    budget = shown(project.budget, project.currency, reader.locale) if project.budget is not None else ""
    head = (
        (_("Client"), str(project.client)), (_("Leads"), str(project.lead)), (_("From"), _day(project.starts_on)),
        (pgettext("project", "Until"), _day(project.ends_on)), (_("Budget"), budget),
        (_("State"), project.get_state_display()),
    )  # fmt: skip
    goals = (
        (_both(one, "title"), _both(one, "measure"), one.baseline, one.target, _day(one.due_on))
        for one in all_spoken(project.goals.standing().order_by("pk"))
    )
    phases = (
        (_both(one, "title"), _day(one.starts_on), _day(one.ends_on)) for one in all_spoken(project.phases.in_order())
    )
    seen = project.milestones.standing().filter(client_sees=True).select_related("contact", "owner")
    milestones = (
        (
            _both(one, "title"),
            _day(one.due_on),
            one.contact.called if one.contact else str(one.owner),
            one.get_state_display(),
        )
        for one in all_spoken(seen.order_by("due_on", "pk"))
    )
    things = (
        (_both(one, "title"), _day(one.due_on), _both(one, "criteria"))
        for one in all_spoken(project.deliverables.standing().order_by("due_on", "pk"))
    )
    until = pgettext("project", "Until")
    return {
        "title": read.name,
        "subtitle": str(project.client),
        "sections": joined([
            facts(_("Project"), head), prose(_("What it is for"), _both(read, "why")),
            prose(_("What is in it"), _both(read, "scope")),
            prose(_("What is not in it"), _both(read, "excluded")),
            prose(_("What bounds it"), _both(read, "constraints")),
            table(
                pgettext("project", "Goals"),
                (pgettext("project", "Goal"), _("measured by"), _("today"), pgettext("goal", "shall be"), until), goals,
            ),
            table(_("Phases"), (_("Phase"), _("From"), until), phases),
            table(_("Milestones"), (_("Milestone"), _("Day"), _("Who"), _("State")), milestones),
            table(_("Deliverables"), (_("Deliverable"), until, _("It is right when")), things),
        ]),
    }  # fmt: skip


def _both(one: Any, name: str) -> str:
    return in_words(one.wordings[name])


def _day(day: Any) -> str:
    return dated_words(day) if day else ""
