"""The five kinds of entry: one table, a model each, with the steps that it has."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.agreements import events
from zhike.agreements.choices import ClauseKind, Dimension, Kind, Limit, Side, State, Verb
from zhike.agreements.models.agreeing import Settling, stands
from zhike.agreements.models.entry import MODELS, Entry
from zhike.agreements.models.foreseen import Foreseen
from zhike.agreements.models.held import Held
from zhike.agreements.queryset import OfKind
from zhike.agreements.rules.counting import Counting
from zhike.agreements.steps import AskAgainForm, MeetForm, ReopenForm
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.timeline.kinds import EventKind


class Promise(Settling, Held, Foreseen, Entry):
    """`person` of ours promised `contact` something, or the other way round, by `side`."""

    KIND = Kind.PROMISE
    ADDED = events.PROMISED
    prefix = "PM"
    objects: ClassVar[Any] = OfKind()

    class Meta:
        proxy = True
        verbose_name, verbose_name_plural = _("promise"), _("promises")

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return self.ADDED if values["side"] == Side.US else events.PROMISED_US


class Expectation(Settling, Entry):
    """`contact` expects something; `importance` and `level` from 1 to 5, `outcome` as they found it."""

    KIND = Kind.EXPECTATION
    ADDED = events.EXPECTED
    ASPECTS = Dimension
    prefix = "EX"
    objects: ClassVar[Any] = OfKind()

    class Meta:
        proxy = True
        verbose_name, verbose_name_plural = _("expectation"), _("expectations")

    @transition(
        source=(State.PROPOSED, State.CONFIRMED), target=State.KEPT, may=may_work, when=stands, tells=events.MET,
        label=pgettext_lazy("step of an expectation", "Met"), icon="check", form=MeetForm, look="primary",
    )  # fmt: skip
    def keep(self, *, by: Any, outcome: int | None = None, words: str = "", on: Any = None) -> dict[str, Any]:
        """Met; `outcome` is how they found it, from 1 to 5."""
        self.outcome = outcome
        facts = {"outcome": outcome} if outcome else {}
        return self.end(Verb.KEPT, State.KEPT, by=by, on=on, words=words, facts=facts)

    @transition(
        source=State.CONFIRMED, may=may_work, when=stands, tells=events.ASKED_AGAIN, label=_("Ask how it stands"),
        icon="eye", form=AskAgainForm,
    )  # fmt: skip
    def ask_again(self, *, by: Any, outcome: int, words: str = "") -> dict[str, Any]:
        """After an increment: how they find it now, from 1 to 5. It stays open."""
        self.outcome = outcome
        return self.told(outcome=outcome, words=words)


class Decision(Entry):
    """`text` is the answer to `question`, given by `contact` (theirs) or `person` (ours)."""

    KIND = Kind.DECISION
    ADDED = events.DECIDED
    prefix = "DE"
    objects: ClassVar[Any] = OfKind()

    class Meta:
        proxy = True
        verbose_name, verbose_name_plural = _("decision"), _("decisions")

    @transition(
        source=State.CONFIRMED, target=State.QUESTIONED, may=may_work, when=stands, tells=events.REOPENED,
        label=_("Open it again"), icon="undo", form=ReopenForm,
    )  # fmt: skip
    def reopen(self, *, by: Any, reason: str) -> dict[str, Any]:
        """Somebody wants to decide it otherwise. It counts as reopened from now on."""
        self.enter(Verb.REOPENED, State.QUESTIONED, by=by, reason=reason, on=self.day_of_step(None))
        return self.told(reason=reason)


class Clause(Counting, Entry):
    """A term of the work: what is delivered, what is not, how often, for how much, how quickly, by which rules."""

    KIND = Kind.CLAUSE
    ADDED = events.CLAUSED
    ASPECTS = ClauseKind
    prefix = "CC"
    objects: ClassVar[Any] = OfKind()

    class Meta:
        proxy = True
        verbose_name, verbose_name_plural = _("clause"), _("clauses")


class Constraint(Entry):
    """What bounds the work, whoever says so."""

    KIND = Kind.CONSTRAINT
    ADDED = events.CONSTRAINED
    ASPECTS = Limit
    prefix = "CS"
    objects: ClassVar[Any] = OfKind()

    class Meta:
        proxy = True
        verbose_name, verbose_name_plural = _("constraint"), _("constraints")


MODELS |= {str(one.KIND): one for one in (Promise, Expectation, Decision, Clause, Constraint)}
