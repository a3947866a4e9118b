"""Sending a contract to be signed, taking it back to change it, and leaving it as it was signed."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhike.agreements.choices import UNSETTLED
from zhike.agreements.contracts import events
from zhike.agreements.contracts.choices import Outcome, State
from zhike.agreements.contracts.errors import EndsTooSoon
from zhike.agreements.contracts.head import head_of, offered_in
from zhike.agreements.contracts.heading import state_head
from zhike.agreements.contracts.models.edition import Edition, EditionLine
from zhike.agreements.contracts.models.term import Term, said_by, standing_of, subject_twin_of
from zhike.agreements.contracts.models.writing import stands
from zhike.agreements.contracts.steps import ReasonForm, SendForm
from zhike.agreements.models import Clause
from zhike.agreements.twins.noting import Word
from zhike.agreements.twins.spoken import spoken
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.links.models import Link
from zhike.core.mail.writing import write
from zhike.core.timeline.moment import moment

PURPOSE = "contracts.sign"
NO_WORD = Word()


def _has_terms(contract: Any) -> bool:
    return stands(contract) and contract.terms.exists()


def _was_signed(contract: Any) -> bool:
    return stands(contract) and contract.in_force_id is not None


class Offering:
    runs_until: Any
    ends_on: Any
    secret: str
    address = ""  # of the link to sign, said only to whoever sent it

    @transition(
        source=State.DRAFT, target=State.SENT, may=may_work, when=_has_terms, tells=events.SENT,
        label=gettext_lazy("Send to be signed"), icon="send", form=SendForm, look="primary",
    )  # fmt: skip
    def send(
        self: Any,
        *,
        by: Any,
        valid_from: date | None = None,
        note: str = "",
        note_twin: str = "",
        note_prevails: str = "",
        mail: bool = False,
        anyway: bool = False,
    ) -> dict[str, Any]:
        """Each term becomes a clause of the ledger, not confirmed yet; all of them an edition with a link to sign.

        A term that was sent before and says otherwise now takes the place of its clause once it is signed. With `mail`
        the link goes out by mail, in their hours or now `anyway`. Raises EndsTooSoon, NoAddress.
        """
        self.hold_lines()
        start = valid_from or (timezone.localdate(moment()) if self.in_force_id else self.starts_on)
        last = self.latest
        edition = Edition.objects.create(
            contract=self, number=last.number + 1 if last else 1, head=head_of(self, by), contact=self.contact,
            sent_by=by, sent_at=moment(),
        )  # fmt: skip
        for term in self.terms.select_related("entry"):
            term.entry = _as_clause(self, term, by=by, start=start)
            term.save(update_fields=["entry"])
            term.keep_subject(term.entry, by=by)
            EditionLine.objects.create(
                edition=edition, entry=term.entry, position=term.position, outlasts=term.outlasts
            )
        state_head(self, edition, by=by, start=start)
        self.give_up(by=by, reason=_("Not in edition %(n)s of %(contract)s") % {"n": edition.number, "contract": self})
        self.ask_to_sign(by=by, note=Word(note, note_twin, note_prevails), mail=mail, anyway=anyway)
        return {"name": str(self), "who": self.contact.name, "edition": edition.number}

    @transition(
        source=(State.SENT, State.SIGNED, State.DECLINED), target=State.DRAFT, may=may_work, when=stands,
        tells=events.TAKEN_BACK, label=gettext_lazy("Change it"), icon="copy", form=ReasonForm,
    )  # fmt: skip
    def revise(self: Any, *, by: Any, reason: str) -> dict[str, Any]:
        """Back to the draft. What is in force holds on until a later edition is signed; what waits is taken back."""
        self.settle(Outcome.TAKEN_BACK, by=by, reason=reason)
        return {"name": str(self), "reason": reason}

    @transition(
        source=(State.DRAFT, State.SENT, State.DECLINED), target=State.SIGNED, may=may_work, when=_was_signed,
        tells=events.KEPT_AS_SIGNED, label=gettext_lazy("Leave it as signed"), icon="undo", form=ReasonForm,
    )  # fmt: skip
    def keep_as_signed(self: Any, *, by: Any, reason: str) -> dict[str, Any]:
        """No change after all: what was written since goes, and the edition in force stands as before."""
        self.hold_lines()
        self.settle(Outcome.TAKEN_BACK, by=by, reason=reason)
        for name, value in offered_in(self.in_force.head).items():
            setattr(self, name, value)
        self.ends_on = self.runs_until
        self.contact = self.in_force.contact
        self.instalments.as_in(self.in_force.head["plan"])
        self.terms.all().delete()
        Term.objects.bulk_create(map(self.term_of, self.in_force.clauses))
        self.give_up(by=by, reason=reason)
        return {"name": str(self), "reason": reason}

    def term_of(self: Any, line: EditionLine) -> Term:
        """A term that says what is agreed in this line now."""
        now = standing_of(line.entry) or line.entry
        return Term(
            contract=self, position=line.position, said=said_by(now), outlasts=line.outlasts, entry=now,
            subject_twin=subject_twin_of(now),
        )  # fmt: skip

    def settle(self: Any, outcome: str, *, by: Any, reason: str = "") -> None:
        """What waits to be signed does so no more. Its links open nothing, but for whoever declined."""
        self.editions.filter(outcome=Outcome.SENT).update(outcome=outcome, settled_at=moment(), reason=reason)
        if outcome == Outcome.DECLINED:
            return
        for link in Link.objects.on(self).filter(purpose=PURPOSE, revoked_at=None):
            link.revoke(by=by)

    def give_up(self: Any, *, by: Any, reason: str) -> None:
        """Withdraw what was sent, never held, and neither stands in a term nor waits to be signed."""
        written = self.terms.exclude(entry=None).values_list("entry", flat=True)
        waits = EditionLine.objects.filter(edition__contract=self, edition__outcome=Outcome.SENT)
        offered = Clause.objects.filter(source_type=self._meta.label_lower, source_id=self.pk, state__in=UNSETTLED)
        for clause in offered.exclude(pk__in={*written, *waits.values_list("entry", flat=True), *self.held()}):
            clause.along_with(self).withdraw(by=by, reason=reason)

    def held(self: Any) -> set[int]:
        """The lines of the edition in force, and what was agreed in their place since."""
        signed = self.in_force.all_entries if self.in_force_id else []
        since = Clause.objects.of_line(*signed).exclude(confirmed_at=None) if signed else ()
        return {one.pk for one in (*signed, *since)}

    def ask_to_sign(
        self: Any, *, by: Any, note: Word = NO_WORD, mail: bool = False, anyway: bool = False
    ) -> None:  # fmt: skip
        """A link for whoever signs, by mail if wanted."""
        _link, self.address = Link.objects.issue(PURPOSE, self, by=by, for_contact=self.contact)
        self.secret = self.address  # a program that sends it is told the address, once
        if mail:
            told = {"contract": spoken(self), "link": self.address, "contact": self.contact, "by": by, "note": note}
            write(
                by=by, to=self.contact, about=self, template="contracts/mail", context=told, secret=True, at_once=anyway
            )  # fmt: skip


def _as_clause(contract: Any, term: Term, *, by: Any, start: date) -> Any:
    """The clause that says what the term says: the one that stands, or a new one in its place."""
    source = {"source_type": contract._meta.label_lower, "source_id": contract.pk, "source_text": contract.reference}
    values, standing = term.values, term.standing()
    if values.get("valid_until") and values["valid_until"] < start:
        raise EndsTooSoon(term.position)
    if standing is None:
        where = {"client": contract.client, "contact": contract.contact, "owner": contract.owner}
        return Clause.objects.add(by=by, valid_from=start, number=str(term.position), **where, **values, **source)
    if not (changes := term.differs(standing)):
        return standing
    standing.renegotiate(by=by, reason=str(contract), valid_from=start, **changes, **source)
    return Clause.objects.filter(supersedes=standing).latest("pk")
