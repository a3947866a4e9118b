"""What not answering means, for one client or as the house's own rule."""

from datetime import date
from typing import Any, ClassVar, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import How
from zhike.agreements.silence import events
from zhike.agreements.silence.choices import Outcome, RuleState
from zhike.agreements.silence.errors import NeedsAgreement
from zhike.agreements.silence.steps import AgreeForm, EndForm
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_administer, may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind
from zhike.core.timeline.moment import moment

SUBJECTS = ("promises", "expectations", "decisions", "terms", "constraints", "price_and_scope")
DAYS = [MinValueValidator(1), MaxValueValidator(15)]  # the link in the letter lives for a month


def may_set(user: Any, rule: Any) -> bool:
    """Whoever works sets a client's; administrators the house's own. What is in force is ended, not changed."""
    of_client = rule is None or rule.client_id is not None or rule.pk is None
    return (may_work(user) if of_client else may_administer(user)) and (rule is None or rule.state == RuleState.DRAFT)


def may_end(user: Any, rule: Any) -> bool:
    return may_work(user) if rule.client_id else may_administer(user)


def _of_client(rule: Any) -> bool:
    return rule.archived_at is None and rule.client_id is not None


def _of_the_house(rule: Any) -> bool:
    return rule.archived_at is None and rule.client_id is None


class SilenceRuleQuerySet(RecordQuerySet["SilenceRule"]):
    def visible_to(self, user: Any) -> Self:
        """A client's: whoever sees the client. Everyone on staff knows the house's own."""
        return super().visible_to(user) | (self.filter(client=None) if user.is_active else self.none())

    def add(self, *, by: Any, **values: Any) -> Any:
        """Raises Forbidden, NeedsAgreement."""
        if values.get("client") is None:
            if not may_administer(by):
                raise Forbidden
            if values.get("outcome") == Outcome.ACCEPTED:
                raise NeedsAgreement
        return super().add(by=by, **values)

    def in_force(self) -> Self:
        return self.standing().filter(state=RuleState.IN_FORCE)

    def of(self, client: Any) -> "SilenceRule | None":
        """The client's own, else the house's."""
        both = self.in_force().filter(Q(client=client) | Q(client=None))
        return both.order_by(F("client").asc(nulls_last=True)).first()


class SilenceRule(Record):
    """`days` are working days at the client's; reminders go out so many working days after it was asked.

    Without a client it is the house's own: it holds where a client has none, and never makes silence a yes.
    """

    prefix = "SI"
    label_fields = ("outcome", "days", "first_reminder", "second_reminder")
    may_amend = staticmethod(may_set)
    stays_when_merged: ClassVar[bool] = True

    client = models.ForeignKey(
        "clients.Client", models.PROTECT, null=True, blank=True, verbose_name=_("client"), related_name="+"
    )
    outcome = models.CharField(_("what silence means"), max_length=9, choices=Outcome, default=Outcome.ESCALATED)
    days = models.PositiveSmallIntegerField(_("after … working days of theirs"), default=10, validators=DAYS)
    first_reminder = models.PositiveSmallIntegerField(_("first reminder after"), default=5, validators=DAYS)
    second_reminder = models.PositiveSmallIntegerField(
        _("second reminder after"), null=True, blank=True, validators=DAYS
    )
    promises = models.BooleanField(_("promises"), default=True)
    expectations = models.BooleanField(_("expectations"), default=False)
    decisions = models.BooleanField(_("questions to them, with the answer that we propose"), default=True)
    terms = models.BooleanField(_("terms: response times, rules, quiet hours"), default=False)
    constraints = models.BooleanField(_("constraints"), default=False)
    price_and_scope = models.BooleanField(_("price and scope"), default=False)
    state = models.CharField(_("state"), max_length=8, choices=RuleState, default=RuleState.DRAFT, editable=False)
    agreed_by = models.ForeignKey(
        "clients.Contact", models.PROTECT, null=True, editable=False, verbose_name=_("agreed by"), related_name="+"
    )
    agreed_how = models.CharField(_("by which way"), max_length=10, choices=How, blank=True, editable=False)
    agreed_on = models.DateField(_("agreed on"), null=True, editable=False)

    objects: ClassVar[Any] = SilenceRuleQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("silence rule"), _("silence rules")
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome=Outcome.ACCEPTED, price_and_scope=True), name="silence_never_price_or_scope",
                violation_error_message=_("Price and scope need a clear yes. Silence may only pause or escalate them."),
            ),
            models.CheckConstraint(
                condition=~Q(outcome=Outcome.ACCEPTED, client=None), name="silence_agreed_with_a_client",
                violation_error_message=_("Silence counts as a yes only where the client has agreed to that."),
            ),
            models.CheckConstraint(
                condition=Q(first_reminder__lt=F("days"))
                & (Q(second_reminder=None) | Q(second_reminder__gt=F("first_reminder"), second_reminder__lt=F("days"))),
                name="silence_reminds_before",
                violation_error_message=_("Reminders come one after the other, and before the last day."),
            ),
            models.CheckConstraint(
                condition=~Q(state=RuleState.IN_FORCE) | ~Q(outcome=Outcome.ACCEPTED) | Q(agreed_by__isnull=False),
                name="silence_in_force_is_agreed",
            ),
            models.UniqueConstraint(
                fields=["client"], condition=Q(state=RuleState.IN_FORCE), name="one_silence_rule", nulls_distinct=False
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        days = ngettext("after %(n)d working day", "after %(n)d working days", self.days) % {"n": self.days}
        return gettext("%(outcome)s, %(days)s") % {"outcome": self.get_outcome_display(), "days": days}

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.SET_UP

    @property
    def reminders(self) -> tuple[int, ...]:
        """Working days after the asking."""
        return tuple(one for one in (self.first_reminder, self.second_reminder) if one)

    @transition(
        source=RuleState.DRAFT, target=RuleState.IN_FORCE, may=may_work, when=_of_client, tells=events.AGREED,
        label=_("They have agreed"), icon="promise", form=AgreeForm, look="primary",
    )  # fmt: skip
    def agree(self, *, by: Any, contact: Any, how: str, on: date | None = None) -> dict[str, Any]:
        """From now on it holds; what held before ends."""
        self._replace(by)
        self.agreed_by, self.agreed_how, self.agreed_on = contact, how, on or timezone.localdate(moment())
        return {"name": str(self), "who": contact.called}

    @transition(
        source=RuleState.DRAFT, target=RuleState.IN_FORCE, may=may_administer, when=_of_the_house, tells=events.STARTED,
        label=_("Put in force"), look="primary",
    )  # fmt: skip
    def start(self, *, by: Any) -> dict[str, Any]:
        """For clients without a rule of their own; it only pauses or escalates, so nobody else has to agree."""
        self._replace(by)
        return {"name": str(self)}

    @transition(
        source=RuleState.IN_FORCE, target=RuleState.ENDED, may=may_end, tells=events.ENDED, label=_("End it"),
        icon="close", form=EndForm, look="danger",
    )  # fmt: skip
    def end(self, *, by: Any, reason: str = "") -> dict[str, Any]:
        """What is awaited already goes to whoever leads instead."""
        return {"name": str(self), "reason": reason}

    def _replace(self, by: Any) -> None:
        for one in SilenceRule.objects.in_force().filter(client=self.client_id).exclude(pk=self.pk):
            one.end(by=by)
