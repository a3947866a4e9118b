"""Approvals and delegations, declared."""

from typing import Any

from django.db.models import Q
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.approval.forms import ApprovalForm, DelegationForm
from zhike.core.approval.models import Approval, Delegation, State
from zhike.core.approval.pages import ApprovalPage, ApprovalsPage
from zhike.core.approval.policies import open_to
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.filters import Filter
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText
from zhike.core.ui.cells import badge

SIGNALS = {"waiting": ("watch", "waiting"), "approved": ("good", "check"), "refused": ("bad", "close")}


def _title(approval: Any, _reader: Reader) -> str:
    return format_html('<a href="/approvals/AP-{}/">{}</a>', approval.pk, approval)


def _state(approval: Any, _reader: Reader) -> str:
    return badge(approval.get_state_display(), *SIGNALS.get(approval.state, ("", "")))  # type: ignore[arg-type]


def _until(approval: Any, reader: Reader) -> str:
    return reader.moment(approval.expires_at if approval.state == State.WAITING else None)


def _waits(_values: list[str], reader: Reader) -> Q:
    return open_to(reader.user)


def _me(_reader: Reader) -> list[tuple[str, str]]:
    return [("me", gettext("Me"))]


register(
    Resource(
        name="approvals",
        model=Approval,
        form=ApprovalForm,
        icon="question",
        columns=(
            Column("title", _("What is asked"), _title, needs=("question", "about", "proposed"), wide=False),
            column(Approval, "client"),
            column(Approval, "asked_by"),
            column(Approval, "created_at", label=_("Asked")),
            Column("state", _("State"), _state, needs=("state",), sort="state", wide=False),
            Column("expires_at", _("To be decided by"), _until, needs=("expires_at", "state"), sort="expires_at"),
            column(Approval, "decided_at", shown=False),
        ),
        filters=(
            Filter("waits", _("Waits for"), _waits, _me),
            filters.person("asked_by", _("Asked by")),
            filters.choice("state", _("State"), State.choices),
            filters.when("created_at", _("Asked"), moment=True),
            filters.archived(),
        ),
        search=SearchText(names=("about",), body=("reason",), person="asked_by"),
        views=((_("For me to decide"), "waits=me"), (_("Asked by me"), "asked_by=me")),
        opens_with="waits=me",
        pages={"list": ApprovalsPage, "detail": ApprovalPage, "add": None, "board": None},
        menu=False,
    )
)


def _delegation(delegation: Any, reader: Reader) -> str:
    names = reader.people
    words = f"{names.get(delegation.person_id, '')} → {names.get(delegation.deputy_id, '')}"
    return format_html('<a href="/delegations/DG-{}/">{}</a>', delegation.pk, words)


register(
    Resource(
        name="delegations",
        model=Delegation,
        form=DelegationForm,
        icon="team",
        order="-until",
        columns=(
            Column("who", _("Delegation"), _delegation, needs=("person", "deputy"), wide=False),
            column(Delegation, "since", wide=False),
            column(Delegation, "until", wide=False),
            column(Delegation, "note"),
        ),
        filters=(
            filters.person("person", _("Decides for")),
            filters.person("deputy", _("Deputy")),
            filters.archived(),
        ),
        views=((_("From me"), "person=me"), (_("To me"), "deputy=me")),
        pages={"board": None},
        menu=False,
    )
)
