"""A request against what was agreed: is it left out by a clause, and was the same heard before?

By the comparison that the ledger has for decisions (`words.touching`); said while it is typed and on its page. What a
clause leaves out is not begun before somebody says how that was settled with the client.
"""

from dataclasses import dataclass
from typing import Any

from zhike.agreements.reasonable import excluded_by
from zhike.agreements.words.touching import touches
from zhike.core.record.family import family
from zhike.domains.requirements.models.requirement import Requirement

OTHERS, MOST = 300, 3
ENOUGH_WORDS = 2  # that both speak of: many a wish is about the home page


@dataclass(frozen=True)
class Checked:
    """`excluded` are clauses of the ledger, `before` requirements that want the same, the newest first."""

    excluded: tuple[Any, ...] = ()
    before: tuple[Any, ...] = ()


def checked(text: str, client: Any, *, but: Any = None) -> Checked:
    """Of what a client wants; `but` is the requirement itself. Three queries."""
    if client is None or not text.strip():
        return Checked()
    return Checked(left_out_by(text, client, but=but), tuple(heard_before(text, client, but=but)[:MOST]))


def left_out_by(text: str, client: Any, *, but: Any = None) -> tuple[Any, ...]:
    """Clauses that say it is not included, other than what `but` became itself. One query."""
    own = ("requirements.requirement", but.pk) if but else None
    clauses = [one for one in excluded_by(client, text) if (one.source_type, one.source_id) != own]
    return tuple(clauses[:MOST])


def heard_before(text: str, client: Any, *, but: Any = None) -> list[Any]:
    """Whatever became of them: what was declined is asked again most."""
    known = Requirement.objects.standing().filter(client__in=family(client)).exclude(pk=but.pk if but else 0)
    others = list(known.select_related("contact").order_by("-pk")[:OTHERS])
    found = touches(text, [one.wording or one.statement for one in others])
    return [others[one.decision] for one in found if one.verdict == "same" and len(one.shared) >= ENOUGH_WORDS]
