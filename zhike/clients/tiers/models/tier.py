"""A level of service."""

from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.rules.column import RuleColumn
from zhike.clients.rules.reading import Rule, read
from zhike.core.lifecycle.policies import may_administer
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet

AT_LEAST_ONE = MinValueValidator(1)


class Signal(models.TextChoices):
    """The design's own colours; a badge says the mark as well, so that none stands for itself."""

    ACCENT = "accent", pgettext_lazy("colour", "Blue")
    GOOD = "good", pgettext_lazy("colour", "Green")
    WATCH = "watch", pgettext_lazy("colour", "Ochre")
    OUTLINE = "outline", pgettext_lazy("colour", "Outline")


class Priority(models.IntegerChoices):
    FIRST = 1, pgettext_lazy("priority", "First")
    NORMAL = 2, pgettext_lazy("priority", "Normal")
    LATER = 3, pgettext_lazy("priority", "Later")


class TierQuerySet(RecordQuerySet["Tier"]):
    def visible_to(self, user: Any) -> Self:
        """Everyone on staff knows the tiers."""
        return self if user.is_active else self.none()

    def in_order(self) -> Self:
        """The highest first: the first whose rule fits is the client's."""
        return self.standing().order_by("position", "pk")


class Tier(Record):
    """`position` 1 is the highest. `rule` is JSON of `clients/rules`; without one a tier is given by hand alone.

    What it entitles to: a contact every `contact_days` working days, an answer within `answer_hours` working hours, a
    review every `review_months`, an owner by name (`named_owner`), a `priority`, and other `services`, one per line.
    """

    prefix = "TI"
    label_fields = ("name", "mark")
    may_add = may_amend = staticmethod(may_administer)

    name = models.CharField(_("name"), max_length=60)
    mark = models.CharField(_("short mark"), max_length=6)
    position = models.PositiveSmallIntegerField(_("position"), default=1, validators=[AT_LEAST_ONE])
    signal = models.CharField(_("colour"), max_length=8, choices=Signal, default=Signal.OUTLINE)
    rule = RuleColumn(_("rule"), null=True, blank=True)
    contact_days = models.PositiveSmallIntegerField(
        _("contact every … working days"), null=True, blank=True, validators=[AT_LEAST_ONE, MaxValueValidator(500)]
    )
    answer_hours = models.PositiveSmallIntegerField(
        _("first answer within … working hours"), null=True, blank=True, validators=[AT_LEAST_ONE]
    )
    review_months = models.PositiveSmallIntegerField(
        _("review every … months"), null=True, blank=True, validators=[AT_LEAST_ONE, MaxValueValidator(60)]
    )
    named_owner = models.BooleanField(_("needs an owner by name"), default=False)
    priority = models.PositiveSmallIntegerField(_("priority"), choices=Priority, default=Priority.NORMAL)
    services = models.TextField(_("other services"), blank=True)

    objects: ClassVar[Any] = TierQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("tier"), _("tiers")
        constraints = [
            models.UniqueConstraint(
                fields=["mark"], condition=Q(archived_at=None), name="one_tier_per_mark",
                violation_error_message=_("Another tier has this mark. Choose another."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    @property
    def marked(self) -> str:
        """Its mark and its name, as a choice."""
        return f"{self.mark} · {self.name}"

    @property
    def asks(self) -> Rule | None:
        """The rule as a tree; None where there is none that can be asked."""
        try:
            return read(self.rule) if self.rule else None
        except ValidationError:
            return None

    def each_service(self) -> list[str]:
        return [line.strip() for line in self.services.splitlines() if line.strip()]
