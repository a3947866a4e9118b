"""Reading a contract to its end, asking about it, signing it, or not."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhike.agreements.choices import OPEN, UNSETTLED, How
from zhike.agreements.choices import State as Entered
from zhike.agreements.contracts import events
from zhike.agreements.contracts.choices import Outcome, State
from zhike.agreements.contracts.errors import NotReadYet, OtherName
from zhike.agreements.contracts.models.edition import WHOLE
from zhike.agreements.contracts.models.term import line_of
from zhike.agreements.contracts.models.writing import stands
from zhike.agreements.contracts.steps import DeclineForm, SignForm
from zhike.agreements.errors import ReadAgain
from zhike.agreements.models import Clause
from zhike.core.lifecycle.policies import may_nobody, may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.timeline.moment import moment


def _is_not_stuck(contract: Any) -> bool:
    return stands(contract) and contract.editions.filter(outcome=Outcome.SENT, stuck_at=None).exists()


class Signing:
    signed_on: Any
    runs_until: Any

    @transition(
        source=State.SENT, may=may_nobody, when=stands, tells=events.READ, label=gettext_lazy("Read to the end"),
        icon="eye",
    )  # fmt: skip
    def note_read(self: Any, *, by: Any) -> dict[str, Any]:
        """Whoever signs came to the end of it, through the link."""
        self.editions.filter(outcome=Outcome.SENT, read_at=None).update(read_at=moment())
        return {"name": str(self), "who": self.contact.name}

    @transition(
        source=State.SENT, may=may_nobody, when=stands, tells=events.ASKED, label=gettext_lazy("They ask about it"),
        icon="question",
    )  # fmt: skip
    def note_question(self: Any, *, by: Any, words: str, clause: Any = None) -> dict[str, Any]:
        """About the whole or one clause. A new one is in question until it is signed or changed; what holds, holds."""
        self.hold_lines()
        if clause is not None and Clause.objects.filter(pk=clause.pk, state=Entered.PROPOSED).exists():
            clause.ask(by=by, words=words, contact=self.contact, how=How.LINK)
        return {"name": str(self), "who": self.contact.name, "words": words, "people": [self.owner_id]}

    @transition(
        source=State.SENT, may=may_nobody, when=_is_not_stuck, tells=events.STUCK, icon="warning",
        label=gettext_lazy("They cannot sign it"),
    )  # fmt: skip
    def note_stuck(self: Any, *, by: Any) -> dict[str, Any]:
        """A clause was put otherwise or given up since it was sent: it has to be sent anew. Told once."""
        self.editions.filter(outcome=Outcome.SENT).update(stuck_at=moment())
        return {"name": str(self), "who": self.contact.name, "people": [self.owner_id]}

    @transition(
        source=State.SENT, target=State.SIGNED, may=may_work, when=stands, tells=events.SIGNED,
        label=gettext_lazy("They signed on paper"), icon="promise", form=SignForm,
    )  # fmt: skip
    def sign(self: Any, *, by: Any, contact: Any, how: str, name: str = "", on: date | None = None) -> dict[str, Any]:
        """The edition that waits is in force, its clauses are confirmed; what it replaces is over.

        Raises NotReadYet, OtherName, ReadAgain when one of its clauses does not stand any more.
        """
        self.hold_lines()
        edition = self.latest
        if how == How.SIGNATURE:
            _check_signature(edition, name)
        former, self.in_force = self.in_force, edition
        if former:
            former.outcome = Outcome.REPLACED
            former.save(update_fields=["outcome"])
        edition.outcome, edition.settled_at = Outcome.SIGNED, moment()
        edition.signed_name, edition.how = name or contact.name, how
        edition.save(update_fields=["outcome", "settled_at", "signed_name", "how"])
        self.runs_until = self.ends_on
        self.signed_on = on or timezone.localdate(moment())
        _agree(edition, former, by=by, contact=contact, how=how)
        hears = {"people": [self.owner_id]} if how == How.SIGNATURE else {}
        return {"name": str(self), "who": contact.name, "edition": edition.number, **hears}

    @transition(
        source=State.SENT, target=State.DECLINED, may=may_work, when=stands, tells=events.DECLINED,
        label=gettext_lazy("They do not sign"), icon="stop", form=DeclineForm,
    )  # fmt: skip
    def decline(self: Any, *, by: Any, reason: str, contact: Any = None) -> dict[str, Any]:
        """What was offered is withdrawn; an edition in force holds on."""
        self.hold_lines()
        self.settle(Outcome.DECLINED, by=by, reason=reason)
        held = self.held()
        for clause in self.latest.all_entries:
            if clause.state in UNSETTLED and clause.pk not in held:
                clause.along_with(self).withdraw(by=by, reason=reason, contact=contact)
        who = (contact or self.contact).name
        return {"name": str(self), "who": who, "reason": reason, "people": [self.owner_id]}


def _check_signature(edition: Any, name: str) -> None:
    if edition.read_at is None:
        raise NotReadYet
    if _plain(name) != _plain(edition.head["signs"]):
        raise OtherName(edition.head["signs"])


def _plain(name: str) -> str:
    return "".join(name.split()).casefold()


def _agree(edition: Any, former: Any, *, by: Any, contact: Any, how: str) -> None:
    """Confirm the lines of the edition; those of the former one that it leaves out end the day before it is valid."""
    lines = list(edition.lines.select_related("entry__supersedes"))
    for line in lines:
        if line.entry.state not in OPEN:
            raise ReadAgain
        if line.entry.state in UNSETTLED:
            words = edition.signed_name if line.part == WHOLE else ""
            line.entry.along_with(edition.contract).confirm(by=by, contact=contact, how=how, words=words)
    if former is None:
        return
    kept = {line_of(line.entry) for line in lines}
    start = next((line.entry.valid_from for line in lines if line.part == WHOLE), None)
    reason = _("Not in edition %(n)s any more") % {"n": edition.number}
    for clause in Clause.objects.of_line(*former.all_entries).filter(state__in=OPEN).order_by("pk"):
        if line_of(clause) not in kept:
            clause.along_with(edition.contract).withdraw(by=by, reason=reason, contact=contact, on=start)
    edition.contract.end_ahead(by=by, reason=reason, on=start, but=kept)
