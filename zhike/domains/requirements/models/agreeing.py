"""Its wording before the client: written down, confirmed, put otherwise. The ledger says whether it is agreed."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import UNSETTLED
from zhike.core.lifecycle.policies import may_nobody, may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.timeline.moment import moment
from zhike.domains.projects.choices import PhaseState
from zhike.domains.requirements import events
from zhike.domains.requirements.choices import State
from zhike.domains.requirements.errors import NotConfirmed
from zhike.domains.requirements.ledger import GONE, HOLDS, standing, waiting, write_down
from zhike.domains.requirements.models.analysing import stands
from zhike.domains.requirements.steps import RewordForm

IN_THE_LEDGER = (State.ASKED, State.AGREED, State.BUILDING, State.BUILT)


def _has_one_wording(requirement: Any) -> bool:
    return stands(requirement) and requirement.entry_id is not None


class Agreeing:
    entry: Any
    wording: str
    agreed_on: Any
    changed_on: Any

    @transition(
        source=State.ANALYSED, target=State.ASKED, may=may_work, when=stands, tells=events.ASKED,
        label=_("Write it down to be confirmed"), icon="send", look="primary",
    )  # fmt: skip
    def ask(self: Any, *, by: Any) -> dict[str, Any]:
        """Into the ledger, as proposed; it is read back from there. Its phase waits for it."""
        self.entry = write_down(self, by=by)
        if self.phase and self.phase.state == PhaseState.PLANNED:
            self.phase.require(by=by, entry=self.entry)
        return {"name": str(self), "wording": self.wording, "entry": self.entry.pk}

    @transition(
        source=State.ASKED, target=State.AGREED, may=may_nobody, tells=events.AGREED,
        label=_("Note as agreed"), icon="promise",
    )  # fmt: skip
    def agree(self: Any, *, by: Any) -> dict[str, Any]:
        """The ledger says so. Raises NotConfirmed when it does not."""
        if self.entry.state not in HOLDS:
            raise NotConfirmed
        self.agreed_on = self.agreed_on or timezone.localdate(moment())
        who = self.entry.confirmed_by
        return self._told(who=who.called if who else str(self.client))

    @transition(
        source=(State.AGREED, State.BUILDING), target=State.ASKED, may=may_nobody,
        tells=events.UNSETTLED, label=_("Note as no longer agreed"), icon="question",
    )  # fmt: skip
    def unsettle(self: Any, *, by: Any) -> dict[str, Any]:
        """The client asks about what was confirmed, or took that back."""
        return self._told()

    @transition(
        source=(State.ASKED, State.AGREED, State.BUILDING), target=State.ANALYSED, may=may_nobody,
        tells=events.GIVEN_BACK, label=_("Note as taken back"), icon="undo",
    )  # fmt: skip
    def give_back(self: Any, *, by: Any) -> dict[str, Any]:
        """Its words are no longer in the ledger."""
        self.entry = None
        return self._told()

    @transition(
        source=(State.ASKED, State.AGREED, State.BUILDING), may=may_work, when=_has_one_wording,
        tells=events.REWORDED, label=_("Put it in other words"), icon="edit", form=RewordForm,
    )  # fmt: skip
    def reword(self: Any, *, by: Any, wording: str, reason: str) -> dict[str, Any]:
        """What was agreed holds until the client confirms the new words; then they take its place."""
        entry = standing(self.entry)
        if former := waiting(entry):
            former.withdraw(by=by, reason=reason)
        entry.renegotiate(by=by, text=wording, reason=reason)
        if entry.state in UNSETTLED:  # nobody agreed to the former words: the new ones are what is asked
            self.entry, self.wording = waiting(entry), wording
        return {"name": str(self), "now": wording, "reason": reason}

    @transition(
        source=IN_THE_LEDGER, may=may_nobody,
        tells=events.NEW_WORDS, label=_("Note the new words"), icon="repeat",
    )  # fmt: skip
    def take_new_words(self: Any, *, by: Any, entry: Any) -> dict[str, Any]:
        """Another entry took the place of its own in the ledger."""
        self.entry, self.wording = entry, entry.text
        self.changed_on = timezone.localdate(moment()) if self.agreed_on else None
        return self._told(now=entry.text)

    def follow_ledger(self: Any, *, by: Any) -> None:
        """Be what the ledger says by now; once is as good as twice. What was dropped meanwhile stays as it is."""
        if self.state not in IN_THE_LEDGER:
            return
        entry = standing(self.entry)
        if entry.pk != self.entry_id:
            self.take_new_words(by=by, entry=entry)
        if entry.state in HOLDS and self.state == State.ASKED:
            self.agree(by=by)
        elif entry.state in UNSETTLED and self.state in (State.AGREED, State.BUILDING):
            self.unsettle(by=by)
        elif entry.state in GONE and self.state in (State.ASKED, State.AGREED, State.BUILDING):
            self.give_back(by=by)

    def _told(self: Any, **facts: Any) -> dict[str, Any]:
        """Whoever owns it hears of what it did not do itself."""
        return {"name": str(self), **facts, "people": [{"id": self.owner_id, "text": str(self.owner)}]}
