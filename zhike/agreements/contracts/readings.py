"""What programs read of contracts beside their fields: the terms that are written, the editions, what was received.

`/api/v1/contracts/CO-1/terms`, `/api/v1/contracts/CO-1/editions`, `/api/v1/payments/PY-1/receipts`.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy

from zhike.agreements.choices import ClauseKind, How, Side
from zhike.agreements.contracts.choices import Outcome, Renewal
from zhike.agreements.contracts.models import Instalment
from zhike.agreements.contracts.models.term import SAID
from zhike.agreements.readings import DAY, DECIMAL, LINK, MOMENT, NO_DAY, TEXT, Schema, made_of, named, one_of, or_null
from zhike.core.resources.reader import Reader
from zhike.core.resources.readings import reading

NUMBER: Schema = {"type": "integer"}
YES_NO: Schema = {"type": "boolean"}
TEXTS: Schema = {"type": "array", "items": TEXT}
NO_MOMENT = or_null(MOMENT)


def all_of(schema: Schema) -> Schema:
    return made_of({"data": {"type": "array", "items": schema}})


TERM = made_of(
    {name: TEXT for name in SAID if name not in ("weekdays", "channels")}
    | {"aspect": one_of(ClauseKind), "side": one_of(Side), "weekdays": TEXTS, "channels": TEXTS}
    | {"subject_twin": TEXT, "term": NUMBER, "position": NUMBER, "outlasts": YES_NO, "clause": or_null(TEXT)}
)
PAYMENT = made_of(
    {"payment": or_null(TEXT), "title": TEXT, "amount": TEXT, "currency": TEXT, "due_on": DAY, "after": TEXT}
)
LINE = made_of({"position": NUMBER, "clause": TEXT, "text": TEXT, "twin": TEXT, "outlasts": YES_NO})
EDITION = made_of(
    {
        "number": NUMBER, "outcome": one_of(Outcome), "title": TEXT, "preamble": TEXT, "us": TEXT, "them": TEXT,
        "signs": TEXT, "offered_by": TEXT, "amount": DECIMAL, "currency": TEXT, "starts_on": DAY, "ends_on": NO_DAY,
        "notice_days": NUMBER, "renewal": one_of(Renewal), "renews_months": NUMBER,
        "plan": {"type": "array", "items": PAYMENT}, "clauses": {"type": "array", "items": LINE}, "fingerprint": TEXT,
        "contact": LINK, "sent_at": MOMENT, "read_at": NO_MOMENT, "settled_at": NO_MOMENT, "signed_name": TEXT,
        "how": one_of(["", *How]), "reason": TEXT,
    }
)  # fmt: skip
RECEIPT = made_of(
    {
        "receipt": NUMBER, "amount": TEXT, "currency": TEXT, "received_on": DAY, "note": TEXT, "noted_by": LINK,
        "noted_at": MOMENT, "struck_at": NO_MOMENT,
    }
)  # fmt: skip


@reading(
    "contracts.contract", "terms", label=gettext_lazy("Clauses as they are written"), schema=all_of(TERM),
    tells=("contracts", "clauses"),
    about="The clauses of a contract as they are written now, in their order, each with the clause of the ledger as "
    "which it was sent. `term` is the number that the steps change_term, move_term and strike_term take.",
)  # fmt: skip
def terms(contract: Any, _reader: Reader, _said: Mapping[str, str]) -> dict[str, Any]:
    return {"data": [_term(one) for one in contract.terms.select_related("entry")]}


def _term(term: Any) -> dict[str, Any]:
    empty: dict[str, Any] = dict.fromkeys(SAID, "") | {"weekdays": [], "channels": []}
    where = {"term": term.pk, "position": term.position, "outlasts": term.outlasts, "subject_twin": term.subject_twin}
    return empty | term.said | where | {"clause": term.entry.reference if term.entry else None}


@reading(
    "contracts.contract", "editions", label=gettext_lazy("Editions"), schema=all_of(EDITION),
    tells=("contracts", "clauses", "payments"),
    about="What was sent to be signed, word for word, the newest last: price, days, payments and clauses, who signed "
    "and by which way, why it was not signed, and the fingerprint that the ledger seals.",
)  # fmt: skip
def editions(contract: Any, _reader: Reader, _said: Mapping[str, str]) -> dict[str, Any]:
    return {"data": [_edition(one) for one in contract.editions.select_related("contact")]}


def _edition(edition: Any) -> dict[str, Any]:
    same = ("number", "outcome", "sent_at", "read_at", "settled_at", "signed_name", "how", "reason")
    head, lines = edition.head, list(edition.clauses)
    return {name: getattr(edition, name) for name in same} | {
        **{name: head[name] for name in ("us", "them", "signs", "offered_by")}, **head["values"],
        "plan": [_planned(row) for row in head["plan"]], "clauses": [_line(one) for one in lines],
        "fingerprint": edition.seen, "contact": named(edition.contact),
    }  # fmt: skip


def _planned(row: dict[str, Any]) -> dict[str, Any]:
    payment = f"{Instalment.prefix}-{row['id']}" if "id" in row else None
    return {"payment": payment, "after": ""} | {name: one for name, one in row.items() if name != "id"}


def _line(line: Any) -> dict[str, Any]:
    entry = line.entry
    said = {"clause": entry.reference, "text": entry.text, "twin": entry.twin}
    return {"position": line.position, "outlasts": line.outlasts} | said


@reading(
    "contracts.instalment", "receipts", label=gettext_lazy("Received"), schema=all_of(RECEIPT), tells=("payments",),
    about="What came in of a payment, with what was struck because it was wrong. `receipt` is the number that the "
    "step correct takes.",
)  # fmt: skip
def receipts(payment: Any, _reader: Reader, _said: Mapping[str, str]) -> dict[str, Any]:
    return {"data": [_receipt(one, payment) for one in payment.receipts.select_related("noted_by")]}


def _receipt(receipt: Any, payment: Any) -> dict[str, Any]:
    same = ("received_on", "note", "noted_at", "struck_at")
    said = {"receipt": receipt.pk, "amount": receipt.amount, "currency": payment.currency}
    return said | {name: getattr(receipt, name) for name in same} | {"noted_by": named(receipt.noted_by)}
