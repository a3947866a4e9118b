"""The end of a contract: void, over, or going on."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db.models import Value
from django.db.models.functions import Greatest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import OPEN
from zhike.agreements.choices import State as Entered
from zhike.agreements.contracts import events
from zhike.agreements.contracts.choices import Outcome, Renewal, State
from zhike.agreements.contracts.models.edition import EditionLine
from zhike.agreements.contracts.models.term import line_of
from zhike.agreements.contracts.models.writing import stands
from zhike.agreements.contracts.steps import EndForm, ReasonForm
from zhike.agreements.models import Clause
from zhike.core.lifecycle.policies import may_nobody, may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.timeline.moment import moment

RUNS = (State.SIGNED, State.DRAFT, State.SENT, State.DECLINED)
AHEAD = timedelta(days=14)  # before the last day of notice


def _is_running(contract: Any) -> bool:
    return stands(contract) and contract.in_force_id is not None


def _goes_on(contract: Any) -> bool:
    return _is_running(contract) and contract.runs_until is not None and contract.signed["renewal"] == Renewal.GOES_ON


def _was_sent(contract: Any) -> bool:
    return stands(contract) and contract.editions.exists()


class Ending:
    ends_on: Any
    runs_until: Any

    @transition(
        source=RUNS, target=State.VOID, may=may_work, when=_was_sent, tells=events.VOIDED, label=_("Make it void"),
        icon="close", form=ReasonForm, look="danger",
    )  # fmt: skip
    def void(self: Any, *, by: Any, reason: str) -> dict[str, Any]:
        """It holds no more, nor does any clause of it."""
        self.settle(Outcome.VOID, by=by, reason=reason)
        if self.in_force:
            self.editions.filter(pk=self.in_force_id).update(outcome=Outcome.VOID, reason=reason)
        self.let_go(by=by, reason=reason, outlasting=False)
        return {"name": str(self), "reason": reason}

    @transition(
        source=RUNS, target=State.ENDED, may=may_work, when=_is_running, tells=events.ENDED, label=_("End it"),
        icon="leave", form=EndForm,
    )  # fmt: skip
    def end(self: Any, *, by: Any, reason: str = "", on: date | None = None) -> dict[str, Any]:
        """`on` is its last day, not before its first; from the next one on only the clauses stand that outlast it.

        Where that day is not over yet they go today: no step of the ledger holds from a day to come.
        """
        self.settle(Outcome.TAKEN_BACK, by=by, reason=reason)
        self.runs_until = self.ends_on = max(on or timezone.localdate(moment()), self.starts_on)
        on = min(self.runs_until + timedelta(days=1), timezone.localdate(moment()))
        self.let_go(by=by, reason=reason or str(self), on=on, outlasting=True)
        return {"name": str(self), "reason": reason}

    @transition(source=RUNS, may=may_nobody, when=_goes_on, tells=events.RENEWED, label=_("It goes on"), icon="repeat")
    def renew(self: Any, *, by: Any) -> dict[str, Any]:
        """As agreed, for the months that it says, counted from the day on which it would have ended first."""
        first, months, n = self.signed["ends_on"], self.signed["renews_months"], 1
        while (until := first + relativedelta(months=months * n)) <= self.runs_until:
            n += 1
        if self.state == State.SIGNED:
            self.ends_on = until
        self.runs_until = until
        return {"name": str(self), "until": until.isoformat()}

    @transition(
        source=RUNS, may=may_nobody, when=_is_running, tells=events.ENDS_SOON, label=_("It ends soon"), icon="calendar"
    )
    def warn(self: Any, *, by: Any) -> dict[str, Any]:
        """Whoever looks after it hears of it, once for each end."""
        self.warned_for = self.runs_until
        told = {"until": self.runs_until.isoformat(), "by": self.notice_by.isoformat()}
        return {"name": str(self), **told, "people": [self.owner_id]}

    def let_go(self: Any, *, by: Any, reason: str, outlasting: bool, on: date | None = None) -> None:
        """Withdraw its clauses, put otherwise since or not; those that outlast it stay if `outlasting`."""
        self.hold_lines()
        outlast = self.in_force.lines.filter(outlasts=True) if outlasting and self.in_force else ()
        stays = {line_of(one.entry) for one in outlast}
        for clause in self.line().filter(state__in=OPEN).order_by("pk"):
            if line_of(clause) not in stays:
                clause.along_with(self).withdraw(by=by, reason=reason, on=on)
        self.end_ahead(by=by, reason=reason, on=on, but=stays)

    def hold_lines(self: Any) -> None:
        """From here on nobody moves a line of it before this is done; what was moved just before counts."""
        list(self.line().select_for_update(no_key=True).order_by("pk").values_list("pk", flat=True))

    def line(self: Any) -> Any:
        """Every wording of every line that was ever sent, whoever put it there."""
        lines = EditionLine.objects.filter(edition__contract=self).select_related("entry")
        return Clause.objects.of_line(*(one.entry for one in lines))

    def end_ahead(self: Any, *, by: Any, reason: str, on: date | None, but: Iterable[int] = ()) -> None:
        """What was to be over from a later day than `on` (today) is over from then."""
        day = on or timezone.localdate(moment())
        since = Greatest("valid_from", Value(max(day, timezone.localdate(moment()))))
        over = self.line().filter(state__in=(Entered.SUPERSEDED, Entered.WITHDRAWN), state_on__gt=since)
        for clause in over.exclude(confirmed_at=None).order_by("pk"):
            if line_of(clause) not in but:
                clause.along_with(self).end_earlier(by=by, reason=reason, on=day)
