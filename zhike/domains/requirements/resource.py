"""Requirements and their conflicts, declared."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText
from zhike.core.ui.cells import nothing
from zhike.domains.requirements.ambiguity import UNCLEAR
from zhike.domains.requirements.choices import ConflictState, Kind, Method, Source, State, Verdict, Why
from zhike.domains.requirements.conflict_pages import ConflictPage, conflict_badge
from zhike.domains.requirements.forms import ActivityForm, ConflictForm, RequirementForm
from zhike.domains.requirements.models import Activity, Conflict, Requirement
from zhike.domains.requirements.pages import RequirementPage
from zhike.domains.requirements.rework.bands import by_band
from zhike.domains.requirements.shown import priority_words, state_badge


def _state(requirement: Any, _reader: Reader) -> str:
    return str(state_badge(requirement))


def _priority(requirement: Any, _reader: Reader) -> str:
    return str(priority_words(requirement) or nothing())


def _source(requirement: Any, reader: Reader) -> str:
    return str(reader.with_links(requirement.source_text))


def _conflict_state(conflict: Any, _reader: Reader) -> str:
    return str(conflict_badge(conflict))


def _clearness(_reader: Reader) -> list[tuple[str, str]]:
    return [("unclear", gettext("Unclear")), ("clear", gettext("Clear enough"))]


def _by_clearness(values: list[str], _reader: Reader) -> Q:
    if {"unclear", "clear"} <= set(values):
        return Q()
    return Q(ambiguity__gte=UNCLEAR) if "unclear" in values else Q(ambiguity__lt=UNCLEAR)


register(
    Resource(
        name="requirements",
        model=Requirement,
        form=RequirementForm,
        icon="list",
        order="-priority",
        columns=(
            Column(
                "statement", _("Requirement"), lambda one, reader: reader.link(one), needs=("statement",),
                sort="statement", wide=False,
            ),
            column(Requirement, "client", wide=False),
            column(Requirement, "project"),
            Column("state", _("State"), _state, needs=("state",), sort="state", wide=False),
            column(Requirement, "kind", shown=False),
            Column(
                "priority", pgettext_lazy("requirement", "Priority"), _priority, needs=("priority", "method", "kind"),
                sort="priority", number=True,
            ),
            column(Requirement, "method", shown=False),
            column(Requirement, "verdict", shown=False),
            column(Requirement, "verdict_why", shown=False, cut=True),
            column(Requirement, "contact"),
            column(Requirement, "ambiguity", number=True),
            column(Requirement, "heard_ambiguity", number=True, shown=False),
            column(Requirement, "owner"),
            column(Requirement, "source", shown=False),
            Column("source_text", _("Where exactly"), _source, needs=("source_text",), shown=False),
            column(Requirement, "why", shown=False, cut=True),
            column(Requirement, "wording", shown=False, cut=True),
            column(Requirement, "measure", shown=False, cut=True),
            column(Requirement, "phase", shown=False),
            column(Requirement, "goal", shown=False),
            column(Requirement, "activity", shown=False),
            column(Requirement, "place", shown=False, number=True),
            column(Requirement, "agreed_on", shown=False),
            column(Requirement, "changed_on", shown=False),
            column(Requirement, "ended_on", shown=False),
            column(Requirement, "reason", shown=False, cut=True),
            column(Requirement, "instead", shown=False, cut=True),
        ),
        filters=(
            filters.link("client", _("Client")),
            filters.link("project", _("Project")),
            filters.link("phase", _("Phase")),
            filters.link("goal", pgettext_lazy("project", "Goal")),
            filters.link("activity", pgettext_lazy("story map", "Activity")),
            filters.link("contact", _("Who wants it")),
            filters.choice("state", _("State"), State.choices),
            filters.choice("kind", _("How much"), Kind.choices),
            filters.choice("method", _("Method"), Method.choices),
            filters.choice("verdict", _("Can it be built?"), Verdict.choices),
            filters.choice("source", _("Heard in"), Source.choices),
            filters.when("created_at", pgettext_lazy("requirement", "Heard"), moment=True),
            filters.when("agreed_on", _("First agreed")),
            filters.when("changed_on", _("Put in other words")),
            filters.when("ended_on", _("No longer wanted since")),
            filters.Filter("clearness", _("How clear"), _by_clearness, _clearness),
            by_band("heard_ambiguity"),
            filters.person("owner", _("Owner")),
            filters.person("client__owner", _("Owner of the client")),
            filters.team("client__team", _("Team of the client")),
            filters.archived(),
        ),
        views=(
            (pgettext_lazy("of requirements", "Not agreed yet"), "state=raw&state=analysed&state=asked"),
            (pgettext_lazy("of requirements", "Unclear"), "clearness=unclear&state=raw"),
            (pgettext_lazy("of requirements", "Mine"), "owner=me"),
        ),
        search=SearchText(
            details=("statement",), body=("why", "wording"), long=True,
        ),
        board="state",
        bulk=("owner", "kind", "project"),
        pages={"detail": RequirementPage},
    )
)  # fmt: skip
register(
    Resource(
        name="conflicts",
        model=Conflict,
        form=ConflictForm,
        icon="merge",
        columns=(
            Column("about", _("Conflict"), lambda one, reader: reader.link(one), needs=("about",), wide=False),
            column(Conflict, "client", wide=False),
            Column("state", _("State"), _conflict_state, needs=("state",), sort="state", wide=False),
            column(Conflict, "why"),
            column(Conflict, "decider"),
            column(Conflict, "one", shown=False),
            column(Conflict, "other", shown=False),
            column(Conflict, "holds", shown=False),
            column(Conflict, "note", shown=False, cut=True),
            column(Conflict, "reason", shown=False, cut=True),
        ),
        filters=(
            filters.link("client", _("Client")),
            filters.choice("state", _("State"), ConflictState.choices),
            filters.choice("why", pgettext_lazy("conflict", "Why"), Why.choices),
            filters.person("client__owner", _("Owner of the client")),
            filters.team("client__team", _("Team of the client")),
            filters.archived(),
        ),
        views=((pgettext_lazy("of conflicts", "Nobody decided yet"), "state=open&state=asked"),),
        pages={"detail": ConflictPage, "add": None},
        menu=False,
    )
)  # fmt: skip
register(
    Resource(
        name="activities",
        model=Activity,
        form=ActivityForm,
        icon="board",
        order="position",
        columns=(
            Column("title", _("What they do"), lambda one, r: r.link(one), needs=("title",), sort="title", wide=False),
            column(Activity, "project", wide=False),
            column(Activity, "position", number=True),
            column(Activity, "note", cut=True),
        ),
        filters=(
            filters.link("project", _("Project")),
            filters.link("client", _("Client")),
            filters.person("client__owner", _("Owner of the client")),
            filters.team("client__team", _("Team of the client")),
            filters.archived(),
        ),
        menu=False,
    )
)  # fmt: skip
