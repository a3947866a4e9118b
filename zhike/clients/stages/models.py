"""A stage, who stayed in it, and what holds a rule back."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Max, Q
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from zhike.clients.rules.column import RuleColumn
from zhike.clients.rules.reading import Rule, read
from zhike.core.lifecycle.policies import may_lead
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet


class Kind(models.TextChoices):
    LEAD = "lead", pgettext_lazy("kind of stage", "Acquisition")
    ONBOARDING = "onboarding", pgettext_lazy("kind of stage", "Onboarding")
    ACTIVE = "active", pgettext_lazy("kind of stage", "Nurture")
    AT_RISK = "at_risk", pgettext_lazy("kind of stage", "Churn warning")
    LOST = "lost", pgettext_lazy("kind of stage", "Lost")
    WON_BACK = "won_back", pgettext_lazy("kind of stage", "Won back")


SIGNALS = {Kind.ACTIVE: "good", Kind.AT_RISK: "watch", Kind.LOST: "bad", Kind.WON_BACK: "accent"}


class StageQuerySet(RecordQuerySet["Stage"]):
    def visible_to(self, user: Any) -> Self:
        """Everyone on staff knows the stages."""
        return self if getattr(user, "is_active", False) else self.none()

    def in_order(self) -> Self:
        return self.standing().order_by("place", "pk")

    def add(self, *, by: Any, **values: Any) -> Any:
        """As any record; it comes last where no place is given."""
        values.setdefault("place", (self.aggregate(last=Max("place"))["last"] or 0) + 1)
        return super().add(by=by, **values)


class Stage(Record):
    """`entry` and `exit` are rules as JSON, None for no rule; `place` is its order; `usual_days` how long a stay lasts.

    Without an entry rule nobody is moved in by the worker; without an exit rule one may leave at any time.
    """

    prefix = "SG"
    label_fields = ("name", "name_zh")
    may_add = may_amend = staticmethod(may_lead)

    name = models.CharField(_("name"), max_length=60)
    name_zh = models.CharField(_("name in Chinese"), max_length=60, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.ACTIVE)
    place = models.PositiveSmallIntegerField(_("position"), default=0)
    about = models.TextField(_("what it means"), blank=True)
    entry = RuleColumn(_("entry rule"), null=True, blank=True)
    exit = RuleColumn(_("exit rule"), null=True, blank=True)
    next_stages = models.ManyToManyField(
        "self", symmetrical=False, blank=True, verbose_name=_("may be followed by"), related_name="+"
    )
    playbook = models.ForeignKey(
        "playbooks.Playbook", models.PROTECT, null=True, blank=True, verbose_name=_("playbook on entering"),
        related_name="+",
    )  # fmt: skip
    usual_days = models.PositiveSmallIntegerField(_("usual days in it"), null=True, blank=True)

    objects: ClassVar[Any] = StageQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("stage"), _("stages")

    def __str__(self) -> str:
        return self.name_zh if self.name_zh and (get_language() or "").startswith("zh") else self.name

    @property
    def signal(self) -> str:
        """How it looks: good, watch, bad, accent or plain."""
        return SIGNALS.get(Kind(self.kind), "")

    @property
    def entry_rule(self) -> Rule | None:
        """Raises ValidationError when what it asks is there no more."""
        return read(self.entry) if self.entry else None

    @property
    def exit_rule(self) -> Rule | None:
        return read(self.exit) if self.exit else None


class Stay(models.Model):
    """`left_at` empty: still there. `rule`: the entry rule by which the worker moved it, as it was; empty when a person
    did. `overrode`: a manager moved it against the rules. Of merged clients each keeps its own."""

    stays_when_merged: ClassVar[bool] = True

    client = models.ForeignKey("clients.Client", models.PROTECT, related_name="stays")
    stage = models.ForeignKey(Stage, models.PROTECT, related_name="stays")
    entered_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    rule = models.JSONField(null=True)
    overrode = models.BooleanField(default=False)
    why = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["client"], condition=Q(left_at=None), name="one_stay_at_a_time")]
        indexes = [
            models.Index(fields=["client", "-entered_at"], name="stay_of_client"),
            models.Index(fields=["stage", "left_at"], name="stay_in_stage"),
        ]

    def __str__(self) -> str:
        return f"{self.client} · {self.stage}"


class Hold(models.Model):
    """The stage's entry rule moves the client no more until it has been false once, or until `until`."""

    stays_when_merged: ClassVar[bool] = True

    client = models.ForeignKey("clients.Client", models.CASCADE, related_name="+")
    stage = models.ForeignKey(Stage, models.CASCADE, related_name="+")
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["client", "stage"], name="one_hold_each")]

    def __str__(self) -> str:
        return f"{self.client_id} · {self.stage_id}"
