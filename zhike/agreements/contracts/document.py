"""A contract as a document: the edition that waits or is in force, else what is written so far."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, pgettext
from django.utils.translation import gettext as _

from zhike.agreements.choices import How
from zhike.agreements.contracts.choices import Outcome, Renewal
from zhike.agreements.contracts.head import head_of, offered_in, said_in
from zhike.agreements.contracts.models import Contract
from zhike.agreements.quantities import counted
from zhike.agreements.subjects import subject_of
from zhike.agreements.twins.said import Said
from zhike.agreements.twins.spoken import in_short, in_words, said_in_ledger
from zhike.core.base import money
from zhike.core.documents.making import make, order
from zhike.core.documents.registry import document, documents_of, language_of
from zhike.core.documents.sections import Entry, Section, entries, facts, joined, prose, table
from zhike.core.documents.serving import hand_over
from zhike.core.ui.dates import dated_words, full_words


@document(
    "contracts.contract", "contract", template="clients/dossier/typst/dossier.typ",
    label=gettext_lazy("Contract as PDF"), takes=("edition",),
)  # fmt: skip
def contract(record: Contract, user: Any, edition: str = "") -> dict[str, Any]:
    """`edition` is a number; without it the one sent last."""
    found = record.editions.filter(number=edition).first() if edition.isdecimal() else None
    found = found or record.editions.order_by("-number").first()
    head = found.head if found else head_of(record, user)
    clauses = [(one.clause, one.clause.say("subject")) for one in found.read()] if found else _written(record)
    values = offered_in(head)
    shown = [
        facts(_("Contract"), _head(record, head, values)),
        prose(_("Preamble"), in_words(said_in(head, values["preamble"]))),
        entries(_("Clauses"), (_clause(n, *one) for n, one in enumerate(clauses, start=1))),
        _plan(head),
        facts(_("Signatures"), _signatures(found)) if found else None,
    ]
    edition_words = _("edition %(n)s") % {"n": found.number} if found else _("draft")
    return {
        "title": said_in(head, values["title"]).first,
        "subtitle": f"{head['them']} · {edition_words}",
        "kind": _("Contract"),
        "made": _("Sent on %(day)s") % {"day": dated_words(timezone.localdate(found.sent_at))}
        if found
        else _("A draft"),
        "sections": joined(shown),
    }


def contract_pdf(request: HttpRequest, record: Contract, edition: Any) -> HttpResponse:
    """For whoever signs, in the language of the page."""
    found = documents_of(record._meta.label_lower)["contract"]
    asked = order(
        found, record, by=edition.sent_by, language=language_of(get_language()), asked={"edition": str(edition.number)}
    )
    return hand_over(request, asked, make(asked))


def _head(record: Contract, head: dict[str, Any], values: dict[str, Any]) -> list[tuple[str, Any]]:
    until = dated_words(values["ends_on"]) if values["ends_on"] else _("until it is ended")
    amount = values["amount"]
    return [
        (_("Between"), head["us"]),
        (_("and"), head["them"]),
        (_("Contract number"), head.get("number") or record.number or record.reference),
        (pgettext("contract", "Begins"), dated_words(values["starts_on"])),
        (pgettext("contract", "Ends"), until),
        (_("At the end"), renewal_words(values) if values["ends_on"] else ""),
        (_("Total"), "" if amount is None else money.shown(amount, values["currency"], get_language() or "en")),
    ]


def renewal_words(values: dict[str, Any]) -> str:
    """What happens at the end, in a sentence."""
    said = {"months": values["renews_months"], "days": values["notice_days"]}
    if values["renewal"] == Renewal.GOES_ON:
        return _("It goes on by %(months)s months each, unless one side says no %(days)s days before.") % said
    return str(Renewal(values["renewal"]).label)


def _written(record: Contract) -> list[tuple[Any, Said]]:
    return [(term.clause, term.about) for term in record.terms.all()]


def _clause(n: int, clause: Any, about: Said) -> Entry:
    """The wording of the reader first, the other one and which of both prevails under it; what it is about in both."""
    said, called = said_in_ledger(clause), about.first or subject_of(clause)
    both = f"{called} ({about.other})" if about.other else called
    return Entry(f"{n}. {both}", figure_of(clause), said.first, in_short(said))


def figure_of(clause: Any) -> str:
    """The quantity or amount of a clause as it is read."""
    if clause.amount is not None:
        return money.shown(clause.amount, clause.currency, get_language() or "en")
    if clause.quantity is not None:
        return counted(clause.quantity, clause.unit)
    return ""


def _plan(head: dict[str, Any]) -> Section | None:
    rows = (
        (in_words(said_in(head, one["title"])), _due(head, one),
         money.shown(Decimal(one["amount"]), one["currency"], get_language() or "en"))
        for one in head["plan"]
    )  # fmt: skip
    return table(_("Payments"), (_("For"), pgettext("payment", "Due"), _("Amount")), rows, numbers=1)


def _due(head: dict[str, Any], row: dict[str, Any]) -> str:
    after = said_in(head, row.get("after") or "").first
    return " · ".join(filter(None, (dated_words(date.fromisoformat(row["due_on"])), after)))


def _signatures(edition: Any) -> list[tuple[str, Any]]:
    ours = _("%(who)s, %(when)s") % {"who": edition.head["offered_by"], "when": full_words(edition.sent_at)}
    theirs = _("not signed yet")
    if edition.outcome in (Outcome.SIGNED, Outcome.REPLACED) and edition.settled_at:
        when = full_words(edition.settled_at)
        theirs = _("%(who)s, %(when)s") % {"who": edition.signed_name, "when": when}
        theirs += f" ({How(edition.how).label})"
    return [(edition.head["us"], ours), (edition.head["them"], theirs), (_("Fingerprint"), edition.seen)]
