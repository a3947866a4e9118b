"""Confirming, asking, keeping, breaking, waiving, withdrawing: the steps that an entry takes by itself."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.agreements import events
from zhike.agreements.choices import IN_THE_HEAD, OPEN, SETTLED, UNSETTLED, How, State, Verb
from zhike.agreements.errors import NeedsApproval, NeverBySilence, OnlyWithContract
from zhike.agreements.price_and_scope import is_price_or_scope
from zhike.agreements.steps import ConfirmForm, EndForm, KeepForm, QuestionForm, ReopenForm
from zhike.core.lifecycle.errors import WrongState
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.timeline.moment import moment

VERB_OF = {
    State.SUPERSEDED: Verb.SUPERSEDED,
    State.WITHDRAWN: Verb.WITHDRAWN,
    State.WAIVED: Verb.WAIVED,
}  # what is over


def stands(entry: Any) -> bool:
    return entry.archived_at is None


def only_with_contract(entry: Any) -> OnlyWithContract | None:
    """What refuses a step on a line of the head of a contract, unless the contract takes it (`along_with`)."""
    return OnlyWithContract(entry) if entry.is_of_head and entry.moves_with is None else None


def is_signed(entry: Any) -> bool:
    """What was signed, on paper too, holds until it is signed otherwise, whoever asks about it."""
    return bool(entry.confirmed_how == How.SIGNATURE or (entry.is_of_head and entry.confirmed_how))


def _may_be_unsettled(entry: Any) -> bool:
    return stands(entry) and not is_signed(entry)


def _holds_all_the_same(entry: Any) -> bool:
    return stands(entry) and is_signed(entry)


def _is_replaced(entry: Any) -> bool:
    return entry.superseded_by_id is not None


def _ends_ahead(entry: Any) -> bool:
    """Agreed, and over only from a day to come."""
    return stands(entry) and entry.confirmed_at is not None and bool(entry.state_on > timezone.localdate(moment()))


def _gives_way(entry: Any) -> bool:
    return entry.gives_way_to is not None


def _was_settled_last(entry: Any) -> bool:
    """Nothing took its place since."""
    return stands(entry) and entry.superseded_by_id is None


class Agreeing:
    """Every step writes an act beside its event."""

    state: Any
    confirmed_by: Any
    confirmed_how: Any
    confirmed_at: Any
    moves_with: Any = None  # the contract that takes the steps of this line, for as long as it takes them
    gives_way_to: Any = None  # the wording that reaches back to before this one was over, while it is confirmed

    @property
    def is_of_head(self: Any) -> bool:
        """Whether it says what stands in the head of a contract: the whole, its total, its days, a payment."""
        return self.aspect in IN_THE_HEAD

    def along_with(self: Any, contract: Any) -> Any:
        """Itself, to be moved by its contract."""
        self.moves_with = contract
        return self

    @transition(
        source=UNSETTLED, target=State.CONFIRMED, may=may_work, when=stands, against=only_with_contract,
        tells=events.CONFIRMED, label=_("Confirm"), icon="promise", form=ConfirmForm, look="primary",
    )  # fmt: skip
    def confirm(
        self: Any, *, by: Any, contact: Any = None, how: str, words: str = "", person: Any = None
    ) -> dict[str, Any]:
        """The other side agrees to the words as they stand. What this replaces is over from the day this is valid.

        Raises NeedsApproval, NeverBySilence, OnlyWithContract.
        """
        if self.held_for:
            raise NeedsApproval(self)
        if how == How.SILENCE and (self.supersedes_id or is_price_or_scope(self)):
            raise NeverBySilence
        self.confirmed_by, self.confirmed_how, self.confirmed_at = contact, how, moment()
        said = {"contact": contact, "person": person, "how": how, "words": words}
        self.enter(
            Verb.CONFIRMED, State.CONFIRMED, by=by, on=max(self.state_on, self.earliest(self.supersedes)), **said
        )
        self.replaces(self.supersedes, by)
        return self.told(who=contact or person, how=how, way=str(how))

    @transition(
        source=(State.PROPOSED, State.CONFIRMED), target=State.QUESTIONED, may=may_work, when=_may_be_unsettled,
        tells=events.QUESTIONED, label=_("They ask about it"), icon="question", form=QuestionForm,
    )  # fmt: skip
    def ask(
        self: Any, *, by: Any, words: str, contact: Any = None, how: str = "", corrects: bool = False
    ) -> dict[str, Any]:
        """They do not understand it so, or correct it: `words` are theirs. It must be agreed anew."""
        verb = Verb.CORRECTED if corrects else Verb.QUESTIONED
        self.enter(verb, State.QUESTIONED, by=by, contact=contact, how=how, words=words)
        return self.told(who=contact, how=how, words=words)

    @transition(
        source=State.CONFIRMED, may=may_work, when=_holds_all_the_same, tells=events.QUESTIONED,
        label=_("They ask about it"), icon="question", form=QuestionForm,
    )  # fmt: skip
    def query(
        self: Any, *, by: Any, words: str, contact: Any = None, how: str = "", corrects: bool = False
    ) -> dict[str, Any]:
        """They ask about what they signed, or correct it: their words are kept, and it holds all the same."""
        verb = Verb.CORRECTED if corrects else Verb.QUESTIONED
        self.enter(verb, State.CONFIRMED, by=by, contact=contact, how=how, words=words)
        return self.told(who=contact, how=how, words=words)

    @transition(
        source=OPEN, target=State.WAIVED, may=may_work, when=stands, against=only_with_contract,
        tells=events.WAIVED, label=_("Waive"), icon="neutral", form=EndForm,
    )  # fmt: skip
    def waive(self: Any, *, by: Any, reason: str, on: date | None = None, contact: Any = None) -> dict[str, Any]:
        """Whoever it was promised to does without."""
        return self.end(Verb.WAIVED, State.WAIVED, by=by, on=on, reason=reason, contact=contact)

    @transition(
        source=OPEN, target=State.WITHDRAWN, may=may_work, when=stands, against=only_with_contract,
        tells=events.WITHDRAWN, label=_("Withdraw"), icon="close", form=EndForm, look="danger",
    )  # fmt: skip
    def withdraw(self: Any, *, by: Any, reason: str, on: date | None = None, contact: Any = None) -> dict[str, Any]:
        """Whoever gave it takes it back; with the day on which something else holds, maybe from a day ahead."""
        return self.end(Verb.WITHDRAWN, State.WITHDRAWN, by=by, on=on, reason=reason, contact=contact)

    @transition(
        source=OPEN, target=State.SUPERSEDED, may=may_work, when=_is_replaced, tells=events.SUPERSEDED,
        label=_("Replace"), icon="repeat",
    )  # fmt: skip
    def supersede(self: Any, *, by: Any) -> dict[str, Any]:
        """What was agreed in its place is confirmed."""
        successor = self.superseded_by
        facts = {"by": successor.pk}
        self.enter(Verb.SUPERSEDED, State.SUPERSEDED, by=by, on=successor.valid_from, facts=facts)
        return self.told(now=str(successor))

    @transition(
        source=(State.SUPERSEDED, State.WITHDRAWN), may=may_work, when=_ends_ahead, against=only_with_contract,
        tells=events.WITHDRAWN, label=_("End it earlier"), icon="close", form=ReopenForm,
    )  # fmt: skip
    def end_earlier(self: Any, *, by: Any, reason: str, on: date | None = None, contact: Any = None) -> dict[str, Any]:
        """It was to be over from a day ahead; it is from `on`, or today."""
        self.state_on = max(self.valid_from, min(on or timezone.localdate(moment()), self.state_on))
        verb = Verb.WITHDRAWN if self.state == State.WITHDRAWN else Verb.SUPERSEDED
        self.enter(verb, self.state, by=by, reason=reason, contact=contact)
        return self.told(who=contact, reason=reason)

    @transition(
        source=(State.SUPERSEDED, State.WITHDRAWN, State.WAIVED), may=may_work, when=_gives_way,
        against=only_with_contract, tells=events.SUPERSEDED, label=_("Replace earlier"), icon="repeat",
    )  # fmt: skip
    def give_way(self: Any, *, by: Any) -> dict[str, Any]:
        """It was over from some day; what is agreed now holds from an earlier one."""
        later = self.gives_way_to
        self.enter(VERB_OF[self.state], self.state, by=by, on=later.valid_from, facts={"by": later.pk})
        return self.told(now=str(later))

    def replaces(self: Any, old: Any, by: Any) -> None:
        """Let what this one replaces be over: `old`, and where that was never agreed, what it should have replaced.
        Whatever of the line holds until a later day than the one before this is valid, holds until that one.

        Raises WrongState when something outside of this line has taken its place.
        """
        line = {self.pk, self.supersedes_id}
        while old is not None:
            old.refresh_from_db(from_queryset=type(old)._base_manager.select_for_update(no_key=True))
            if old.state in OPEN:
                type(old)._base_manager.filter(pk=old.pk).update(superseded_by=self)
                old.supersede(by=by)
            elif old.superseded_by_id is None:
                self._takes_the_place_of(old)
            elif old.superseded_by_id not in line:
                raise WrongState(old.get_state_display())
            if old.confirmed_at is not None:
                break
            line.add(old.pk)
            old = old.supersedes
        while old is not None:
            if old.state in VERB_OF and old.confirmed_at is not None and self.valid_from < old.state_on:
                old.along_with(self.moves_with).gives_way_to = self
                old.give_way(by=by)
            old = old.supersedes

    def _takes_the_place_of(self: Any, old: Any) -> None:
        """Of what was settled or given up; one of several does."""
        if not type(old)._base_manager.filter(pk=old.pk, superseded_by=None).update(superseded_by=self):
            raise WrongState(old.get_state_display())

    def earliest(self: Any, old: Any) -> date:
        """From when something can hold in the place of `old`: what was agreed and kept, or broken, held until then."""
        day = date.min
        while old is not None:
            if old.state in SETTLED and old.confirmed_at is not None:
                day = max(day, old.state_on)
            old = old.supersedes
        return day

    def day_of_step(self: Any, said: date | None) -> date:
        """From when a step holds: as said, not before the last one. Nobody says a day ahead by hand (`EndForm`)."""
        return max(self.state_on, said or timezone.localdate(moment()))

    def end(self: Any, verb: str, state: str, *, by: Any, on: date | None, **told_with: Any) -> dict[str, Any]:
        told = {name: value for name, value in told_with.items() if value}
        self.enter(verb, state, by=by, on=self.day_of_step(on), **told)
        return self.told(who=told.get("contact"), reason=told_with.get("reason", ""))

    def told(self: Any, *, who: Any = None, how: str = "", **facts: Any) -> dict[str, Any]:
        """What the event of a step says. Who looks after it hears of what the other side does by itself; of a line of
        the head of a contract, from the contract.
        """
        named = {"who": getattr(who, "called", None) or str(who)} if who else {}
        hears = {"people": [self.owner_id]} if how in (How.LINK, How.SIGNATURE) and self.owner_id else {}
        hears = {} if self.moves_with else hears
        return {"name": str(self), **named, **facts, **hears}


class Settling:
    """For what can be kept or broken: promises, and expectations that are met or not."""

    state: Any

    @transition(
        source=OPEN, target=State.KEPT, may=may_work, when=stands, tells=events.KEPT,
        label=pgettext_lazy("step of a promise", "Kept"), icon="promise", form=KeepForm, look="primary",
    )  # fmt: skip
    def keep(self: Any, *, by: Any, on: date | None = None, words: str = "") -> dict[str, Any]:
        return self.end(Verb.KEPT, State.KEPT, by=by, on=on, words=words)

    @transition(
        source=OPEN, target=State.BROKEN, may=may_work, when=stands, tells=events.BROKEN,
        label=pgettext_lazy("step of a promise", "Not kept"), icon="stop", form=EndForm,
    )  # fmt: skip
    def breach(self: Any, *, by: Any, reason: str, on: date | None = None, contact: Any = None) -> dict[str, Any]:
        return self.end(Verb.BROKEN, State.BROKEN, by=by, on=on, reason=reason, contact=contact)

    @transition(
        source=(State.KEPT, State.BROKEN, State.WAIVED), may=may_work, when=_was_settled_last, tells=events.REOPENED,
        label=_("Open again"), icon="undo", form=ReopenForm,
    )  # fmt: skip
    def reopen(self: Any, *, by: Any, reason: str) -> dict[str, Any]:
        """It was not settled after all, on no day."""
        state = State.CONFIRMED if self.confirmed_at else State.PROPOSED
        self.enter(Verb.REOPENED, state, by=by, reason=reason)
        self.state = state
        return self.told(reason=reason)
