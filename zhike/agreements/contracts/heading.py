"""What stands in the head of an edition, as lines of the ledger: the contract, its total, its days, each payment.

So they are found by day, compared and sealed like any clause. Their words are the same in every language.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from zhike.agreements.choices import ClauseKind, Side, Unit
from zhike.agreements.contracts.head import offered_in
from zhike.agreements.contracts.models.edition import WHOLE, EditionLine
from zhike.agreements.contracts.models.term import standing_of
from zhike.agreements.models import Clause


def lines_in(head: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """(part, what its clause says) of the total, the days and the payments."""
    said = offered_in(head)
    title = said["title"]
    if said["amount"] is not None:
        yield "total", _priced(ClauseKind.TOTAL, title, said["amount"], said["currency"])
    days = f"{title}: {said['starts_on']} – {said['ends_on'] or ''}".rstrip()
    notice = {"quantity": Decimal(said["notice_days"]), "unit": Unit.DAYS} if said["ends_on"] else {}
    yield "period", {"aspect": ClauseKind.PERIOD, "text": days} | notice
    for n, row in enumerate(head["plan"], start=1):
        when = " · ".join(filter(None, (row["due_on"], row.get("after", ""))))
        payment = _priced(ClauseKind.PAYMENT, f"{title}, {row['title']}", Decimal(row["amount"]), row["currency"])
        yield f"payment {row.get('id', f'no. {n}')}", payment | {"text": f"{payment['text']}, {when}"}


def state_head(contract: Any, edition: Any, *, by: Any, start: date) -> None:
    """Add the lines of its head to the edition, which has its clauses: `measure` of the first seals it."""
    head = edition.head
    sides = f"{head['us']}, {head['offered_by']} – {head['them']}, {head['signs']}"
    text = f"{head['values']['title']} ({head['number']}/{edition.number}): {sides}"
    _put(edition, WHOLE, {"aspect": ClauseKind.CONTRACT, "text": text, "measure": edition.seen}, by=by, start=start)
    for part, said in lines_in(head):
        _put(edition, part, said, by=by, start=start)


def _priced(aspect: str, title: str, amount: Decimal, currency: str) -> dict[str, Any]:
    return {"aspect": aspect, "text": f"{title}: {amount:,.2f} {currency}", "amount": amount, "currency": currency}


def _put(edition: Any, part: str, said: dict[str, Any], *, by: Any, start: date) -> None:
    """The clause that says it already, or a new one in its place."""
    contract = edition.contract
    earlier = EditionLine.objects.filter(edition__contract=contract, part=part).order_by("edition__number").last()
    standing = standing_of(earlier.entry) if earlier else None
    source = {"source_type": contract._meta.label_lower, "source_id": contract.pk, "source_text": contract.reference}
    if standing is None:
        where = {"client": contract.client, "contact": contract.contact, "owner": contract.owner, "side": Side.US}
        entry = Clause.objects.add(by=by, valid_from=start, **where, **said, **source)
    elif all(getattr(standing, name) == value for name, value in said.items()):
        entry = standing
    else:
        entry = standing.succeed(said | source | {"reason": str(contract)}, by=by, start=start)
    EditionLine.objects.create(edition=edition, entry=entry, position=0, part=part)
