"""Giving the ledger what the heads of editions say that were sent before it took heads down: valid from their days,
known from now on.
"""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import IN_THE_HEAD, OPEN, UNSETTLED, How
from zhike.agreements.choices import State as Entered
from zhike.agreements.contracts import events
from zhike.agreements.contracts.choices import Outcome, State
from zhike.agreements.contracts.heading import state_head
from zhike.agreements.contracts.models.edition import WHOLE
from zhike.agreements.models import Clause
from zhike.core.lifecycle.policies import may_nobody
from zhike.core.lifecycle.transition import transition
from zhike.core.timeline.moment import moment


def _lacks_its_head(contract: Any) -> bool:
    return contract.editions.exists() and not contract.editions.filter(lines__part=WHOLE).exists()


class Afterwards:
    @transition(
        source=(), may=may_nobody, when=_lacks_its_head, tells=events.HEAD_NOTED, icon="ledger",
        label=_("Take its head down in the ledger"),
    )  # fmt: skip
    def note_head(self: Any, *, by: Any) -> dict[str, Any]:
        """Edition by edition, as it went: what was signed is agreed and takes the place of what was before, what was
        given up is withdrawn. `by` writes it down; whose word it is stays theirs.
        """
        former = None
        for edition in self.editions.order_by("number"):
            state_head(self, edition, by=by, start=_start_of(edition))
            if edition.outcome in (Outcome.SIGNED, Outcome.REPLACED) or edition.pk == self.in_force_id:
                _hold(edition, former, by)
                former = edition
            elif edition.outcome == Outcome.DECLINED:
                self._give_up_head(Clause.objects.filter(state__in=UNSETTLED), by, edition.reason)
        if self.state in (State.VOID, State.ENDED):
            self._give_up_head(Clause.objects.filter(state__in=OPEN), by, self.latest.reason, on=_over_since(self))
        elif self.state == State.SIGNED:
            self._give_up_head(Clause.objects.filter(state__in=UNSETTLED), by, self.title)
        return {"name": str(self)}

    def _give_up_head(self: Any, among: Any, by: Any, reason: str, on: date | None = None) -> None:
        own = {"source_type": self._meta.label_lower, "source_id": self.pk, "aspect__in": IN_THE_HEAD}
        for line in among.filter(**own).order_by("pk"):
            line.along_with(self).withdraw(by=by, reason=reason or str(self), on=on)


def _start_of(edition: Any) -> date:
    """The day from which it was to hold: that of the clauses that came with it, else the day on which it was sent."""
    came = (one.valid_from for one in edition.entries if one.created_at >= edition.sent_at)
    return next(came, timezone.localdate(edition.sent_at))


def _hold(edition: Any, former: Any, by: Any) -> None:
    """They signed it then; what the former edition says and this one does not is over from its first day."""
    lines = list(edition.lines.exclude(part="").select_related("entry__supersedes"))
    signed = f"{edition.signed_name} ({timezone.localdate(edition.settled_at or edition.sent_at).isoformat()})"
    said = {"by": by, "contact": edition.contact, "how": edition.how or How.PAPER}
    for line in lines:
        if line.entry.state in UNSETTLED:
            words = signed if line.part == WHOLE else ""
            line.entry.along_with(edition.contract).confirm(**said, words=words)
    if former is None:
        return
    start = next(line.entry.valid_from for line in lines if line.part == WHOLE)
    kept = {line.part for line in lines}
    for line in former.lines.exclude(part__in={"", *kept}).select_related("entry"):
        if line.entry.state in OPEN:
            line.entry.along_with(edition.contract).withdraw(by=by, reason=str(edition.contract), on=start)


def _over_since(contract: Any) -> date:
    """The day on which the clauses of the contract were over, as the ledger has it; else today."""
    if contract.state == State.ENDED and contract.runs_until:
        ended: date = contract.runs_until + timedelta(days=1)
        return min(timezone.localdate(moment()), ended)
    gone = contract.line().filter(state=Entered.WITHDRAWN).exclude(aspect__in=IN_THE_HEAD)
    return max((one.state_on for one in gone), default=timezone.localdate(moment()))
