"""From two wishes that clash to the decision of whoever decides at the client's."""

from functools import partial
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import OPEN, Side
from zhike.agreements.models import Decision
from zhike.agreements.twins.both import in_both, keep_beside
from zhike.agreements.twins.spoken import spoken
from zhike.core.lifecycle.policies import may_nobody, may_work
from zhike.core.lifecycle.transition import transition
from zhike.domains.requirements import events
from zhike.domains.requirements.choices import ConflictState as State
from zhike.domains.requirements.conflict_steps import DismissForm, PutForm
from zhike.domains.requirements.errors import NotConfirmed
from zhike.domains.requirements.ledger import HOLDS, standing
from zhike.domains.requirements.models.analysing import stands


class Deciding:
    decider: Any
    holds: Any
    entry: Any
    reason: str

    @transition(
        source=(State.OPEN, State.ASKED), target=State.ASKED, may=may_work, when=stands, tells=events.PUT,
        label=_("Put it to whoever decides"), icon="question", form=PutForm, look="primary",
    )  # fmt: skip
    def put(self: Any, *, by: Any, decider: Any, holds: Any) -> dict[str, Any]:
        """A decision in the ledger, as proposed: that `holds` holds. It counts when `decider` confirms it."""
        self._withdraw(by, gettext("Asked anew."))
        left = self.other if holds == self.one else self.one
        beside = {
            "question": in_both(decider, lambda: gettext("Which of the two holds?"), ()),
            "alternatives": _in_both(left, decider),
        }
        self.entry = Decision.objects.add(
            by=by, client=self.client, side=Side.THEM, **_in_both(holds, decider), contact=decider, owner=holds.owner,
            source_text=self.reference, source_type=self._meta.label_lower, source_id=self.pk,
            **{name: both["text"] for name, both in beside.items()},
        )  # fmt: skip
        keep_beside(self.entry, beside, by=by)
        self.decider, self.holds = decider, holds
        return {"name": str(self), "who": decider.called, "now": meant(holds)}

    @transition(
        source=(State.OPEN, State.ASKED), target=State.DISMISSED, may=may_work, when=stands, tells=events.DISMISSED,
        label=_("They do not contradict"), icon="close", form=DismissForm,
    )  # fmt: skip
    def dismiss(self: Any, *, by: Any, reason: str) -> dict[str, Any]:
        """Both can hold: the program was wrong, and says so no more."""
        self.reason = reason
        self._withdraw(by, reason)
        return {"name": str(self), "reason": reason}

    @transition(
        source=State.ASKED, target=State.DECIDED, may=may_nobody, tells=events.DECIDED,
        label=_("Note as decided"), icon="check",
    )  # fmt: skip
    def decide(self: Any, *, by: Any) -> dict[str, Any]:
        """Whoever was named has confirmed the decision; in their own words perhaps. Raises NotConfirmed."""
        now = standing(self.entry)
        if now.state not in HOLDS or now.confirmed_by_id != self.decider_id:
            raise NotConfirmed
        if self.holds and now.text != meant(self.holds):
            self.holds = None
        self.entry = now
        return self._told(who=self.decider.called, now=now.text)

    @transition(
        source=State.DECIDED, target=State.ASKED, may=may_nobody, tells=events.UNDECIDED,
        label=_("Note as undecided again"), icon="undo",
    )  # fmt: skip
    def undecide(self: Any, *, by: Any) -> dict[str, Any]:
        """The decision was put in question, or taken back."""
        return self._told()

    @transition(
        source=(State.OPEN, State.ASKED, State.DECIDED), target=State.LAPSED, may=may_nobody,
        tells=events.LAPSED, label=_("Note as settled by itself"), icon="check",
    )  # fmt: skip
    def lapse(self: Any, *, by: Any) -> dict[str, Any]:
        """One of them says something else by now, or is no longer wanted."""
        return {"name": str(self)}

    @transition(
        source=State.LAPSED, target=State.OPEN, may=may_nobody, tells=events.CLASHED,
        label=_("Note as open again"), icon="warning",
    )  # fmt: skip
    def clash_again(self: Any, *, by: Any, why: str) -> dict[str, Any]:
        self.why = why
        return self._told(why=why)

    def follow_ledger(self: Any, *, by: Any) -> None:
        """Be what the ledger says by now; once is as good as twice."""
        now = standing(self.entry)
        decided = now.state in HOLDS and now.confirmed_by_id == self.decider_id
        if decided and self.state == State.ASKED:
            self.decide(by=by)
        elif not decided and self.state == State.DECIDED:
            self.undecide(by=by)

    def _withdraw(self: Any, by: Any, reason: str) -> None:
        entry = standing(self.entry) if self.entry else None
        if entry is not None and entry.state in OPEN:
            entry.withdraw(by=by, reason=reason)

    def _told(self: Any, **facts: Any) -> dict[str, Any]:
        """Whoever owns one of the two hears of it."""
        owners = {one.owner_id: one.owner for one in (self.one, self.other)}
        return {"name": str(self), **facts, "people": [{"id": pk, "text": str(one)} for pk, one in owners.items()]}


def meant(requirement: Any) -> str:
    """What it says: as both sides mean it, else as it was heard."""
    return str(requirement.wording or requirement.statement)


def _in_both(requirement: Any, decider: Any) -> dict[str, str]:
    read = spoken(requirement)
    return in_both(decider, partial(meant, read), [read.say("wording" if requirement.wording else "statement")])
