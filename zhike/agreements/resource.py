"""The five kinds of entry, declared."""

from dataclasses import replace
from typing import Any

from django.db.models import Q
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from zhike.agreements import kept_column, readbacks  # noqa: F401  (declared there)
from zhike.agreements.choices import ClauseKind, Dimension, Limit, Side, State
from zhike.agreements.forms import ClauseForm, ConstraintForm, DecisionForm, ExpectationForm, PromiseForm
from zhike.agreements.gaps import gap
from zhike.agreements.models import Clause, Constraint, Decision, Entry, Expectation, Promise
from zhike.agreements.pages import AddEntry, EntryPage
from zhike.agreements.quantities import counted
from zhike.agreements.rates import HOW_KEPT, Kept
from zhike.agreements.shown import as_read, state_badge
from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.filters import Filter
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText
from zhike.core.ui.cells import badge, muted, nothing

TOLD = ("promised", "promised_us", "expected", "decided", "claused", "constrained")
OPEN_ONES = "state=proposed&state=questioned&state=confirmed"


def _words(entry: Any, _reader: Reader) -> str:
    place = f"/{_NAMES[entry.KIND]}/{entry.reference}/"
    return format_html('<a class="word-link" href="{}">{}</a>', place, Truncator(as_read(entry)).chars(120))


_NAMES = {
    "promise": "promises", "expectation": "expectations", "decision": "decisions", "clause": "clauses",
    "constraint": "constraints",
}  # fmt: skip


def _due(entry: Any, reader: Reader) -> str:
    return reader.day(entry.due_on, late=entry.is_late)


def _source(entry: Any, reader: Reader) -> str:
    return reader.with_links(entry.source_text) if entry.source_text else nothing()


def _amount(entry: Any, reader: Reader) -> str:
    if entry.amount is not None:
        return reader.money(entry.amount, entry.currency)
    if entry.quantity is not None:
        return counted(entry.quantity, entry.unit)
    return nothing()


def _aspect(choices: Any) -> Any:
    words = dict(choices.choices)
    return lambda entry, _reader: str(words.get(entry.aspect, "")) or nothing()


def _gap(entry: Any, _reader: Reader) -> str:
    """How much more came than was expected, as a badge."""
    found = gap(entry)
    if found is None:
        return nothing()
    return str(badge(f"{found:+d}", "good" if found > 0 else "bad") if found else muted(gettext("as expected")))


WORDS = Column("text", _("In so many words"), _words, needs=("text", "aspect"), wide=False)
CLIENT = column(Entry, "client", wide=False)
STATE = Column(
    "state", _("State"), lambda entry, _reader: state_badge(entry), needs=("state", "state_on", "due_on"), sort="state",
    wide=False,
)  # fmt: skip
DUE = Column("due_on", pgettext_lazy("agreement", "Due"), _due, needs=("due_on", "state"), sort="due_on", wide=False)
SOURCE = Column("source_text", _("Where it was said"), _source, needs=("source_text",), cut=True)
AMOUNT = Column("amount", _("How much"), _amount, needs=("amount", "currency", "quantity", "unit"), number=True)
REST = (
    column(Entry, "subject", shown=False), column(Entry, "owner"), column(Entry, "confirmed_by", shown=False),
    column(Entry, "confirmed_at", shown=False), column(Entry, "valid_from", shown=False),
    column(Entry, "valid_until", shown=False), column(Entry, "quote", shown=False, cut=True), SOURCE,
)  # fmt: skip

HIDDEN = tuple(replace(one, shown=False) for one in REST)


def _late(_values: list[str], reader: Reader) -> Q:
    return Q(due_on__lt=reader.today, state__in=("proposed", "questioned", "confirmed"))


def _kept(values: list[str], _reader: Reader) -> Q:
    found = Q(pk__in=())
    for value in values:
        found |= HOW_KEPT.get(value, Q(pk__in=()))
    return found


def _ways(_reader: Reader) -> list[tuple[str, str]]:
    return [(one.value, str(one.label)) for one in Kept]


FILTERS = (
    filters.link("client", _("Client")),
    filters.choice("state", _("State"), State.choices),
    filters.when("state_on", _("State since")),
    filters.person("owner", _("Looked after by")),
    filters.person("client__owner", _("Owner of the client")),
    filters.team("client__team", _("Team of the client")),
    filters.link("contact", pgettext_lazy("side of an agreement", "Theirs")),
)
SIDE = filters.choice("side", _("Whose"), Side.choices)
HELD = Filter(
    "held", _("Needs an approval"), lambda _v, _r: ~Q(held_for=[]), lambda _r: [("yes", gettext("held until approved"))]
)
KEPT = Filter("kept", pgettext_lazy("agreement", "Kept"), _kept, _ways)
DUES = (
    filters.when("due_on", pgettext_lazy("agreement", "Due")),
    Filter("late", _("Late"), _late, lambda _r: [("yes", gettext("open after its day"))]),
)


def _declare(
    name: str, model: Any, form: Any, icon: str, columns: tuple[Column, ...], more: tuple[Filter, ...], **rest: Any
) -> None:
    register(
        Resource(
            name=name,
            model=model,
            form=form,
            icon=icon,
            columns=columns,
            filters=(*FILTERS, *more, filters.archived()),
            search=SearchText(details=("text", "question", "subject"), body=("quote", "reason"), long=True),
            told_in_full=tuple(f"agreement.{one}" for one in TOLD),
            told_by="agreements/told.html",
            told_with=("contact", "person"),
            pages={"detail": EntryPage, "add": AddEntry},
            board="state",
            **rest,
        )
    )


_declare(
    "promises", Promise, PromiseForm, "promise",
    (
        WORDS, CLIENT, column(Entry, "side"), DUE, STATE, column(Entry, "contact"),
        column(Entry, "measure", shown=False), *REST,
    ),
    (SIDE, *DUES, KEPT, HELD),
    order="due_on",
    views=(
        (_("Ours that are open"), f"side=us&{OPEN_ONES}"),
        (_("Theirs that are open"), f"side=them&{OPEN_ONES}"),
        (_("Mine that are open"), f"owner=me&side=us&{OPEN_ONES}"),
        (_("Late"), "late=yes"),
    ),
    opens_with=OPEN_ONES,
)  # fmt: skip
_declare(
    "expectations", Expectation, ExpectationForm, "eye",
    (
        WORDS, CLIENT, column(Entry, "contact"),
        Column("aspect", _("Dimension"), _aspect(Dimension), needs=("aspect",), sort="aspect"),
        column(Entry, "importance", number=True), column(Entry, "level", number=True, shown=False),
        column(Entry, "confidence", number=True, shown=False),
        column(Entry, "outcome", number=True, shown=False),
        Column("gap", _("Against what was expected"), _gap, needs=("outcome", "state"), number=True, sort="outcome"),
        DUE, STATE, *REST,
    ),
    (filters.choice("aspect", _("Dimension"), Dimension.choices), *DUES),
)  # fmt: skip
_declare(
    "decisions", Decision, DecisionForm, "check",
    (
        replace(WORDS, label=_("Decision")), CLIENT, column(Entry, "question", cut=True),
        column(Entry, "contact", label=_("Decided by")), column(Entry, "said_at", label=_("Decided")), STATE, *HIDDEN,
    ),
    (SIDE,),
)  # fmt: skip
_declare(
    "clauses", Clause, ClauseForm, "ledger",
    (
        column(Entry, "number", label=_("Clause"), wide=False), WORDS, CLIENT,
        Column("aspect", _("Kind of clause"), _aspect(ClauseKind), needs=("aspect",), sort="aspect"), AMOUNT,
        column(Entry, "side", shown=False), STATE, *HIDDEN,
    ),
    (SIDE, filters.choice("aspect", _("Kind of clause"), ClauseKind.choices)),
)  # fmt: skip
_declare(
    "constraints", Constraint, ConstraintForm, "lock",
    (
        WORDS, CLIENT, Column("aspect", _("What it bounds"), _aspect(Limit), needs=("aspect",), sort="aspect"), AMOUNT,
        column(Entry, "contact", label=_("Said by"), shown=False), STATE, *REST,
    ),
    (filters.choice("aspect", _("What it bounds"), Limit.choices),),
    menu=False,
)  # fmt: skip
