"""What stands in a contract beside its clauses, kept with each edition in JSON."""

from typing import Any

from zhike.agreements.twins.keeping import said_from, wordings_of
from zhike.agreements.twins.said import Said
from zhike.agreements.twins.spoken import all_spoken, spoken
from zhike.core.access.preferences import company
from zhike.core.record.amending import told

VALUES = ("title", "preamble", "amount", "currency", "starts_on", "ends_on", "notice_days", "renewal", "renews_months")


def head_of(contract: Any, by: Any) -> dict[str, Any]:
    """Parties, what was offered by name, the plan of payment, and how texts of it read in the other language."""
    planned = list(contract.instalments.planned())
    plan = [
        {
            "id": one.pk,
            "title": one.title,
            "amount": told(one.amount),
            "currency": one.currency,
            "due_on": told(one.due_on),
            "after": one.after,
        }
        for one in planned
    ]
    return {
        "us": company().name,
        "them": contract.client.name,
        "signs": contract.contact.name,
        "number": contract.number or contract.reference,
        "offered_by": by.name,
        "values": {name: told(getattr(contract, name)) for name in VALUES},
        "plan": plan,
        "wordings": wordings_of([spoken(contract), *all_spoken(planned)]),
    }


def said_in(head: dict[str, Any], text: str) -> Said:
    """A text that stands in it, as whoever reads it now does."""
    return said_from(head.get("wordings", {}), text)


def offered_in(head: dict[str, Any]) -> dict[str, Any]:
    """The values of the contract as they stood in it."""
    from zhike.agreements.contracts.models import Contract

    read = {name: Contract._meta.get_field(name) for name in VALUES}
    return {name: column.to_python(head["values"][name]) for name, column in read.items()}  # type: ignore[union-attr]
