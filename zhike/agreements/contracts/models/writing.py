"""Writing a contract: its clauses put in, changed, moved and struck."""

from typing import Any

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import Side
from zhike.agreements.contracts import events
from zhike.agreements.contracts.choices import State
from zhike.agreements.contracts.models.term import Term, filled
from zhike.agreements.contracts.steps import ChangeTermForm, MoveTermForm, StrikeTermForm, TermForm
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition


def stands(contract: Any) -> bool:
    return contract.archived_at is None


class Writing:
    """All of it only while it is a draft."""

    @transition(
        source=State.DRAFT, may=may_work, when=stands, tells=events.WROTE, label=_("Add a clause"), icon="plus",
        form=TermForm,
    )  # fmt: skip
    def add_term(
        self: Any, *, by: Any, outlasts: bool = False, subject_twin: str = "", **said: Any
    ) -> dict[str, Any]:  # fmt: skip
        """`said`: what the form of a clause takes. It comes last."""
        last = self.terms.aggregate(last=Max("position"))["last"] or 0
        term = Term.objects.create(
            contract=self, position=last + 1, said=filled({"side": Side.US} | said), outlasts=outlasts,
            subject_twin=subject_twin,
        )  # fmt: skip
        return {"name": str(self), "text": str(term), "term": term.pk}

    @transition(
        source=State.DRAFT, may=may_work, when=stands, tells=events.WROTE, label=_("Change a clause"), icon="edit",
        form=ChangeTermForm,
    )  # fmt: skip
    def change_term(
        self: Any, *, by: Any, term: Term, outlasts: bool = False, subject_twin: str = "", **said: Any
    ) -> dict[str, Any]:  # fmt: skip
        term.said, term.outlasts, term.subject_twin = filled({"side": Side.US} | said), outlasts, subject_twin
        term.save(update_fields=["said", "outlasts", "subject_twin"])
        return {"name": str(self), "text": str(term), "term": term.pk}

    @transition(
        source=State.DRAFT, may=may_work, when=stands, tells=events.WROTE, label=_("Move a clause"), icon="up",
        form=MoveTermForm,
    )  # fmt: skip
    def move_term(self: Any, *, by: Any, term: Term, to: str) -> dict[str, Any]:
        """One place `up` or `down`; at the end nothing happens."""
        order = list(self.terms.all())
        place = order.index(term)
        other = place + (-1 if to == "up" else 1)
        if 0 <= other < len(order):
            order[place], order[other] = order[other], order[place]
        _number(order)
        return {"name": str(self), "text": str(term)}

    @transition(
        source=State.DRAFT, may=may_work, when=stands, tells=events.WROTE, label=_("Strike a clause"), icon="close",
        form=StrikeTermForm,
    )  # fmt: skip
    def strike_term(self: Any, *, by: Any, term: Term) -> dict[str, Any]:
        """What was sent or signed of it holds until the next edition is."""
        text = str(term)
        term.delete()
        _number(list(self.terms.all()))
        return {"name": str(self), "text": text}


def _number(terms: list[Term]) -> None:
    for position, one in enumerate(terms, start=1):
        one.position = position
    Term.objects.bulk_update(terms, ["position"])
