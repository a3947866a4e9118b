"""Its wording in the ledger: what the client expects; of what is left out, a clause that it is not included."""

from typing import Any

from zhike.agreements.choices import ClauseKind, Dimension, Side
from zhike.agreements.choices import State as Entered
from zhike.agreements.models import Clause, Expectation
from zhike.agreements.twins.both import keep_beside
from zhike.agreements.twins.spoken import spoken
from zhike.domains.requirements.choices import Kind

IMPORTANCE = {Kind.MUST: 5, Kind.SHOULD: 4, Kind.COULD: 2}
HOLDS = (Entered.CONFIRMED, Entered.KEPT)
GONE = (Entered.WITHDRAWN, Entered.WAIVED)


def write_down(requirement: Any, *, by: Any) -> Any:
    """The entry, proposed. Each later increment asks the expectation again; an exclusion warns whoever promises it."""
    said = {
        "client": requirement.client, "contact": requirement.contact,
        "owner": requirement.owner, "quote": requirement.quote, "source_text": requirement.reference,
        "source_type": requirement._meta.label_lower, "source_id": requirement.pk,
    }  # fmt: skip
    read = spoken(requirement)
    said |= read.in_ledger("wording")
    if requirement.kind == Kind.WONT:
        return Clause.objects.add(by=by, side=Side.US, aspect=ClauseKind.EXCLUSION, person=requirement.owner, **said)
    made = Expectation.objects.add(
        by=by, side=Side.THEM, aspect=Dimension.RESULT, measure=requirement.measure,
        importance=IMPORTANCE[Kind(requirement.kind)], **said,
    )  # fmt: skip
    keep_beside(made, {"measure": read.in_ledger("measure")}, by=by)
    return made


def standing(entry: Any) -> Any:
    """The entry, or what took its place in the ledger since."""
    while entry.superseded_by_id is not None:
        entry = entry.superseded_by
    return entry


def waiting(entry: Any) -> Any:
    """Other words for it which the client has not confirmed; None where there are none."""
    return entry.successors.filter(state__in=(Entered.PROPOSED, Entered.QUESTIONED)).order_by("-pk").first()
