"""What only the other side does, through a link: taking a confirmation back; and what we do with a correction."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.agreements import events
from zhike.agreements.choices import State, Verb
from zhike.agreements.models.agreeing import is_signed, only_with_contract, stands
from zhike.agreements.steps import AcceptForm
from zhike.core.lifecycle.policies import may_nobody, may_work
from zhike.core.lifecycle.transition import transition


def _can_be_retracted(entry: Any) -> bool:
    """Once it has taken the place of another, or was signed, it cannot simply go."""
    return entry.archived_at is None and entry.supersedes_id is None and not is_signed(entry)


def _is_corrected(entry: Any) -> bool:
    return stands(entry) and entry.correction is not None


class Retracting:
    confirmed_by: Any
    confirmed_how: Any
    confirmed_at: Any
    state: Any

    @transition(
        source=State.CONFIRMED, target=State.PROPOSED, may=may_nobody, when=_can_be_retracted, tells=events.RETRACTED,
        label=_("Take the confirmation back"), icon="undo",
    )  # fmt: skip
    def retract(self: Any, *, by: Any, contact: Any, how: str) -> dict[str, Any]:
        """Whoever confirmed it did not mean to."""
        self.confirmed_by, self.confirmed_how, self.confirmed_at = None, "", None
        self.enter(Verb.RETRACTED, State.PROPOSED, by=by, contact=contact, how=how)
        return self.told(who=contact, how=how)

    @property
    def correction(self: Any) -> Any:
        """The act in which somebody of the other side gave the words they would agree to, while it is the last word."""
        if self.state != State.QUESTIONED:
            return None
        last = self.acts.order_by("-pk").first()
        return last if last and last.verb == Verb.CORRECTED and last.contact_id and last.how else None

    @transition(
        source=State.QUESTIONED, target=State.SUPERSEDED, may=may_work, when=_is_corrected, against=only_with_contract,
        tells=events.SUPERSEDED, label=_("Accept their words"), icon="check", form=AcceptForm, look="primary",
    )  # fmt: skip
    def accept_correction(self: Any, *, by: Any, valid_from: date | None = None) -> dict[str, Any]:
        """Their words take the place of ours; since they are theirs, they count as confirmed by them."""
        said = self.correction
        start = max(valid_from or self.day_of_step(None), self.earliest(self.supersedes))
        theirs = {"text": said.words, "twin": ""}
        successor = self.succeed(theirs, by=by, start=start, agreed_by=said.contact, how=said.how)
        self.superseded_by = successor
        successor.replaces(self.supersedes, by)
        self.enter(Verb.SUPERSEDED, State.SUPERSEDED, by=by, on=start, facts={"by": successor.pk})
        return self.told(now=str(successor))
