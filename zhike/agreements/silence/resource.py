"""Silence rules and awaited answers, declared."""

from typing import Any

from django.db.models import Q
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.agreements.silence import beginning  # noqa: F401  (follows read-backs)
from zhike.agreements.silence.choices import Outcome, RuleState, WaitState
from zhike.agreements.silence.forms import SilenceRuleForm, WaitForm
from zhike.agreements.silence.models import SilenceRule, Wait
from zhike.agreements.silence.pages import RulePage
from zhike.agreements.silence.shown import wait_badge
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.filters import Filter
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText


def _for_whom(rule: Any, reader: Reader) -> str:
    words = str(rule.client) if rule.client_id else gettext("Clients without their own")
    return format_html('<a href="/silences/{}/">{}</a>', rule.reference, words)


def _of_the_house(_values: list[str], _reader: Reader) -> Q:
    return Q(client=None)


register(
    Resource(
        name="silences",
        model=SilenceRule,
        form=SilenceRuleForm,
        icon="clock",
        columns=(
            Column("for", _("For whom"), _for_whom, needs=("client",), joins=("client",), sort="client", wide=False),
            column(SilenceRule, "outcome", wide=False),
            column(SilenceRule, "days", number=True),
            column(SilenceRule, "first_reminder", number=True),
            column(SilenceRule, "second_reminder", number=True, shown=False),
            column(SilenceRule, "state"),
            column(SilenceRule, "agreed_by", shown=False),
            column(SilenceRule, "agreed_on", shown=False),
        ),
        filters=(
            filters.link("client", _("Client")),
            filters.choice("outcome", _("What silence means"), Outcome.choices),
            filters.choice("state", _("State"), RuleState.choices),
            Filter("whose", _("Whose"), _of_the_house, lambda _r: [("house", gettext("The house’s own"))]),
            filters.archived(),
        ),
        views=((_("In force"), "state=in_force"),),
        pages={"board": None, "detail": RulePage},
        menu=False,
    )
)


def _about(wait: Any, _reader: Reader) -> str:
    return format_html('<a class="word-link" href="/waits/{}/">{}</a>', wait.reference, wait.about)


register(
    Resource(
        name="waits",
        model=Wait,
        form=WaitForm,
        icon="waiting",
        order="until",
        columns=(
            Column("about", _("About"), _about, needs=("about",), wide=False),
            column(Wait, "client", wide=False),
            column(Wait, "contact"),
            column(Wait, "outcome"),
            Column("state", _("State"), lambda one, _r: wait_badge(one), needs=("state",), sort="state", wide=False),
            column(Wait, "begun_on", shown=False),
            column(Wait, "until"),
            column(Wait, "reminded", number=True),
            column(Wait, "why", shown=False),
        ),
        filters=(
            filters.link("client", _("Client")),
            filters.link("contact", _("Who is asked")),
            filters.choice("outcome", _("What silence means"), Outcome.choices),
            filters.choice("state", _("State"), WaitState.choices),
            filters.when("until", _("Last day")),
            filters.person("entry__owner", _("Looked after by")),
            filters.archived(),
        ),
        views=(
            (_("Awaited"), "state=running"),
            (_("Paused or escalated"), "state=paused&state=escalated"),
            (_("Agreed by silence"), "state=accepted&state=objected"),
        ),
        opens_with="state=running&state=paused&state=escalated",
        search=SearchText(details=("about",), body=("note", "why")),
        pages={"add": None, "board": None},
        menu=False,
    )
)
