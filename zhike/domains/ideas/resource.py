"""Ideas, declared."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.filters import Filter
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText
from zhike.domains.ideas import shown
from zhike.domains.ideas.choices import Result, State
from zhike.domains.ideas.forms import IdeaForm
from zhike.domains.ideas.models import Idea
from zhike.domains.ideas.pages import IdeaPage

IDEA = pgettext_lazy("of an idea", "Idea")


def _by_oddity(values: list[str], _reader: Reader) -> Q:
    return Q(odd__in={value == "odd" for value in values if value in ("odd", "ordinary")})


def _oddity(_reader: Reader) -> list[tuple[str, str]]:
    return [("odd", pgettext("ideas", "Odd")), ("ordinary", pgettext("ideas", "Ordinary"))]


def _by_result(values: list[str], _reader: Reader) -> Q:
    found = Q(result__in=[value for value in values if value in Result.values])
    return found | Q(state=State.KEPT, result="") if "unknown" in values else found


def _results(_reader: Reader) -> list[tuple[str, Any]]:
    return [*Result.choices, ("unknown", gettext("Not known yet"))]


register(
    Resource(
        name="ideas",
        model=Idea,
        form=IdeaForm,
        icon="idea",
        columns=(
            Column("title", IDEA, lambda one, reader: reader.link(one), needs=("title",), sort="title", wide=False),
            Column("odd", pgettext_lazy("ideas", "Odd"), shown.odd_cell, needs=("odd",), sort="odd", wide=False),
            column(Idea, "client"),
            column(Idea, "project", shown=False),
            Column("state", _("State"), shown.state_cell, needs=("state",), sort="state", wide=False),
            Column(
                "score", pgettext_lazy("of an idea", "Score"), shown.score_cell, needs=("score",), sort="score",
                number=True,
            ),
            column(Idea, "person"),
            column(Idea, "contact"),
            column(Idea, "owner", shown=False),
            Column(
                "spent", _("Hours of the trial"), shown.hours_cell, needs=("spent", "trial_hours", "trial_from"),
                sort="spent", number=True, shown=False,
            ),
            Column("result", _("What became of it"), shown.result_cell, needs=("result",), sort="result"),
            Column(
                "amount", pgettext_lazy("of an idea", "Brought"), shown.amount_cell, needs=("amount", "currency"),
                number=True, shown=False,
            ),
            column(Idea, "text", shown=False, cut=True),
            Column("source_text", _("Where it came up"), shown.source_cell, needs=("source_text",), shown=False),
            column(Idea, "value", shown=False),
            column(Idea, "value_why", shown=False, cut=True),
            column(Idea, "cost", shown=False),
            column(Idea, "cost_why", shown=False, cut=True),
            column(Idea, "fit", shown=False),
            column(Idea, "fit_why", shown=False, cut=True),
            column(Idea, "measure", shown=False, cut=True),
            column(Idea, "trial_from", shown=False),
            Column(
                "trial_until", _("On trial until"), shown.until_cell, needs=("trial_until", "state"),
                sort="trial_until", shown=False,
            ),
            column(Idea, "requirement", shown=False),
            column(Idea, "todo", shown=False),
            column(Idea, "reason", shown=False, cut=True),
            column(Idea, "decided_on", shown=False),
            column(Idea, "result_words", shown=False, cut=True),
            column(Idea, "result_on", shown=False),
        ),
        filters=(
            filters.link("client", _("Client")),
            filters.link("project", _("Project")),
            filters.choice("state", _("State"), State.choices),
            Filter("odd", pgettext_lazy("ideas", "Odd or ordinary"), _by_oddity, _oddity),
            Filter("result", _("What became of it"), _by_result, _results),
            filters.person("person", _("Brought by, of ours")),
            filters.link("contact", _("Brought by, of theirs")),
            filters.person("owner", _("Owner")),
            filters.when("created_at", pgettext_lazy("idea", "Noted"), moment=True),
            filters.when("trial_from", _("On trial since")),
            filters.when("trial_until", _("On trial until")),
            filters.when("decided_on", _("Decided")),
            filters.person("client__owner", _("Owner of the client")),
            filters.team("client__team", _("Team of the client")),
            filters.archived(),
        ),
        views=(
            (pgettext_lazy("of ideas", "To be weighed"), "state=noted"),
            (pgettext_lazy("of ideas", "On trial"), "state=trial"),
            (pgettext_lazy("of ideas", "Odd"), "odd=odd"),
            (pgettext_lazy("of ideas", "Mine"), "person=me"),
        ),
        search=SearchText(
            names=("title",), body=("text",)
        ),
        board="state",
        bulk=("owner", "odd", "project"),
        pages={"detail": IdeaPage},
    )
)  # fmt: skip
