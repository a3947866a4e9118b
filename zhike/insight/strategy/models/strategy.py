"""One edition of the strategy, and what becomes of it."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.apps import apps
from django.db import models, transaction
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.lifecycle.errors import WrongState
from zhike.core.lifecycle.policies import may_lead
from zhike.core.lifecycle.transition import transition
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.moment import moment
from zhike.insight.strategy import events
from zhike.insight.strategy.choices import Section, State
from zhike.insight.strategy.errors import DraftThere, NothingWritten
from zhike.insight.strategy.models.parts import RuleLink, StrategyGoal
from zhike.insight.strategy.steps import CarryForm, GoalForm, LetGoForm, NoteForm, StrikeGoalForm

LIVING = (State.DRAFT, State.IN_FORCE)


def _stands(strategy: Any) -> bool:
    return strategy.archived_at is None


def _has_goals(strategy: Any) -> bool:
    return _stands(strategy) and strategy.goals.exists()


def _notes_by_hand(strategy: Any) -> bool:
    return _stands(strategy) and strategy.goals.filter(measure="").exists()


def _is_carried(strategy: Any) -> bool:
    return _stands(strategy) and strategy.rules.exists()


class StrategyQuerySet(RecordQuerySet["Strategy"]):
    def visible_to(self, user: Any) -> Self:
        """Everyone on staff reads what is in force; a draft is for those who lead."""
        if not getattr(user, "is_active", False):
            return self.none()
        return self if may_lead(user) else self.exclude(state=State.DRAFT)

    def in_force(self) -> Any:
        return self.standing().filter(state=State.IN_FORCE).first()

    def add(self, *, by: Any, **values: Any) -> Any:
        """As any record, under the next number. Who comes at the same moment waits for the latest."""
        with transaction.atomic():
            self.select_for_update(no_key=True).order_by("-number").first()
            values.setdefault("number", (self.aggregate(last=Max("number"))["last"] or 0) + 1)
            return super().add(by=by, **values)


class Strategy(Record):
    """Its sections are Markdown; they and the goals change only in a draft."""

    prefix = "SY"
    label_fields = ("title", "number")
    may_add = may_amend = staticmethod(may_lead)

    title = models.CharField(_("title"), max_length=160)
    number = models.PositiveSmallIntegerField(pgettext_lazy("of a document", "edition"), editable=False)
    aim = models.TextField(Section.AIM.label, blank=True)
    classification = models.TextField(Section.CLASSIFICATION.label, blank=True)
    care = models.TextField(Section.CARE.label, blank=True)
    contact = models.TextField(Section.CONTACT.label, blank=True)
    feedback = models.TextField(Section.FEEDBACK.label, blank=True)
    recovery = models.TextField(Section.RECOVERY.label, blank=True)
    review = models.TextField(Section.REVIEW.label, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT, editable=False)
    in_force_from = models.DateField(_("in force from"), null=True, editable=False)
    in_force_until = models.DateField(_("in force until"), null=True, editable=False)

    objects: ClassVar[Any] = StrategyQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("strategy"), _("strategies")
        constraints = [
            models.UniqueConstraint(fields=["number"], name="strategy_number"),
            models.UniqueConstraint(fields=["state"], condition=Q(state=State.IN_FORCE), name="one_strategy_in_force"),
        ]

    def __str__(self) -> str:
        return f"{self.title} · {self.number}"

    @property
    def is_archivable(self) -> bool:
        """What is in force is put out of force first."""
        return self.state != State.IN_FORCE

    def sections(self) -> list[tuple[Section, str]]:
        return [(one, text) for one in Section if (text := getattr(self, one.value).strip())]

    def write(self, values: dict[str, Any]) -> None:
        before = [getattr(self, one.value) for one in Section]
        super().write(values)
        if self.pk and self.state != State.DRAFT and [getattr(self, one.value) for one in Section] != before:
            raise WrongState(self.get_state_display())

    @transition(
        source=State.DRAFT, target=State.IN_FORCE, may=may_lead, when=_stands, tells=events.IN_FORCE,
        label=_("Put into force"), look="primary",
    )  # fmt: skip
    def put_in_force(self, *, by: Any) -> dict[str, Any]:
        """From today; the one before is superseded. Raises NothingWritten."""
        if not self.sections():
            raise NothingWritten
        if former := type(self).objects.in_force():
            former.supersede(by=by)
        self.in_force_from = timezone.localdate(moment())
        return {"name": str(self)}

    @transition(
        source=State.IN_FORCE, target=State.SUPERSEDED, may=may_lead, tells=events.SUPERSEDED,
        label=_("Put out of force"), icon="archive", look="danger",
    )  # fmt: skip
    def supersede(self, *, by: Any) -> dict[str, Any]:
        self.in_force_until = timezone.localdate(moment())
        return {"name": str(self)}

    @transition(
        source=(State.IN_FORCE, State.SUPERSEDED), may=may_lead, when=_stands, tells=events.REVISED,
        label=_("Begin a new edition"), icon="edit",
    )  # fmt: skip
    def revise(self, *, by: Any) -> dict[str, Any]:
        """A draft with the same sections, goals and rules. Raises DraftThere."""
        if type(self).objects.standing().filter(state=State.DRAFT).exists():
            raise DraftThere
        said = {one.value: getattr(self, one.value) for one in Section}
        made = type(self).objects.add(by=by, title=self.title, **said)
        for part in (*self.goals.all(), *self.rules.all()):
            part.pk, part.strategy = None, made
            part.save(force_insert=True)
        return {"name": str(self), "made": made.reference}

    @transition(
        source=State.DRAFT, may=may_lead, when=_stands, tells=events.GOAL, label=_("Add a goal"), icon="plus",
        form=GoalForm,
    )  # fmt: skip
    def add_goal(self, *, by: Any, name: str, target: Decimal, by_day: date, better: str, measure: str = "") -> Any:
        StrategyGoal.objects.create(
            strategy=self, name=name, target=target, by_day=by_day, better=better, measure=measure
        )
        return {"name": str(self), "text": name}

    @transition(
        source=State.DRAFT, may=may_lead, when=_has_goals, tells=events.GOAL, label=_("Strike a goal"), icon="close",
        form=StrikeGoalForm,
    )  # fmt: skip
    def strike_goal(self, *, by: Any, goal: StrategyGoal) -> dict[str, Any]:
        text = goal.name
        goal.delete()
        return {"name": str(self), "text": text}

    @transition(
        source=State.IN_FORCE, may=may_lead, when=_notes_by_hand, tells=events.NOTED,
        label=_("Note where a goal stands"), icon="chart", form=NoteForm,
    )  # fmt: skip
    def note(self, *, by: Any, goal: StrategyGoal, value: Decimal) -> dict[str, Any]:
        goal.noted, goal.noted_on = value, timezone.localdate(moment())
        goal.save(update_fields=["noted", "noted_on"])
        return {"name": str(self), "text": goal.name, "value": f"{value:f}"}

    @transition(
        source=LIVING, may=may_lead, when=_stands, tells=events.CARRIED, label=_("Link a rule"), icon="link",
        form=CarryForm,
    )  # fmt: skip
    def carry(self, *, by: Any, section: str, rule: str) -> dict[str, Any]:
        """`rule` is the kind and number of the record: tiers.tier:3."""
        kind, _colon, number = rule.partition(":")
        model: Any = apps.get_model(kind)
        record = model.objects.visible_to(by).get(pk=number)
        said = {"section": section, "record_type": kind, "record_id": record.pk}
        link, _made = RuleLink.objects.get_or_create(strategy=self, **said, defaults={"label": str(record)[:160]})
        return {"name": str(self), "text": str(link)}

    @transition(
        source=LIVING, may=may_lead, when=_is_carried, tells=events.CARRIED, label=_("Unlink a rule"), icon="close",
        form=LetGoForm,
    )  # fmt: skip
    def let_go(self, *, by: Any, rule: RuleLink) -> dict[str, Any]:
        text = str(rule)
        rule.delete()
        return {"name": str(self), "text": text}

    if TYPE_CHECKING:
        goals: Any
        rules: Any
