"""An address with what it wants to hear."""

from datetime import timedelta
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.base.sealing import opened, sealed
from zhike.core.lifecycle.policies import may_nobody, may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind
from zhike.core.timeline.models import Event
from zhike.core.timeline.moment import moment
from zhike.surfaces.webhooks import events
from zhike.surfaces.webhooks.policies import may_tend
from zhike.surfaces.webhooks.signing import new_secret

OVERLAP = timedelta(hours=24)  # how long the secret before still signs


class Webhooks(models.TextChoices):
    ON = "on", pgettext_lazy("webhook", "On")
    OFF = "off", pgettext_lazy("webhook", "Off")


class WebhookQuerySet(RecordQuerySet["Webhook"]):
    def visible_to(self, user: Any) -> Self:
        """One's own; administrators see everyone's."""
        return self if user.sees_all else self.filter(owner=user.pk)

    def working(self) -> Self:
        return self.standing().filter(state=Webhooks.ON)

    def add(self, *, by: Any, **values: Any) -> "Webhook":
        """Its `secret` is told here and by `rotate`, and nowhere else."""
        secret = new_secret()
        made: Webhook = super().add(by=by, owner=by, secret_sealed=sealed(secret), **values)
        made.secret = secret
        return made


class Webhook(Record):
    """`kinds` are names of events, `about` names of resources; empty means all. `failures` are those in a row."""

    prefix = "WH"
    may_add, may_amend = staticmethod(may_work), staticmethod(may_tend)
    secret: str

    name = models.CharField(_("what it is for"), max_length=80)
    address = models.URLField(_("address"), max_length=500)
    kinds = ArrayField(models.CharField(max_length=60), default=list, blank=True, verbose_name=_("what it hears of"))
    about = ArrayField(models.CharField(max_length=60), default=list, blank=True, verbose_name=_("of which records"))
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("keeper"), related_name="+", editable=False
    )
    state = models.CharField(_("state"), max_length=3, choices=Webhooks, default=Webhooks.ON, editable=False)
    secret_sealed = models.CharField(max_length=300, editable=False)
    old_secret_sealed = models.CharField(max_length=300, blank=True, editable=False)
    old_until = models.DateTimeField(null=True, editable=False)
    failures = models.PositiveIntegerField(_("failures in a row"), default=0, editable=False)
    failing_since = models.DateTimeField(_("failing since"), null=True, editable=False)
    not_before = models.DateTimeField(null=True, editable=False)
    claimed_until = models.DateTimeField(null=True, editable=False)

    objects: ClassVar[Any] = WebhookQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("webhook"), _("webhooks")

    def __str__(self) -> str:
        return self.name

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.MADE

    @cached_property
    def secrets(self) -> list[str]:
        """Those that sign now, the newest first."""
        old = self.old_secret_sealed if self.old_until and self.old_until > timezone.now() else ""
        return [opened(one) for one in (self.secret_sealed, old) if one]

    def wants(self, event: Event, resource: str) -> bool:
        if event.record_type == self._meta.label_lower:
            return event.kind == events.TRIED.name and event.record_id == self.pk
        return (not self.kinds or event.kind in self.kinds) and (not self.about or resource in self.about)

    @transition(
        source=Webhooks.ON, may=may_tend, tells=events.TRIED, label=_("Try it"), icon="send", look="primary"
    )  # fmt: skip
    def try_it(self, *, by: Any) -> dict[str, Any]:
        """Its address hears of this at once."""
        self.not_before = None
        return {"name": self.name}

    @transition(may=may_tend, tells=events.ROTATED, label=_("New secret"), icon="key")
    def rotate(self, *, by: Any) -> dict[str, Any]:
        """For a day both sign. The new one is in `secret`, told only now."""
        self.old_secret_sealed, self.old_until = self.secret_sealed, moment() + OVERLAP
        self.secret = new_secret()
        self.secret_sealed = sealed(self.secret)
        return {"name": self.name}

    @transition(
        source=Webhooks.OFF, target=Webhooks.ON, may=may_tend, tells=events.SWITCHED_ON, label=_("Switch on"),
        icon="check", look="primary",
    )  # fmt: skip
    def switch_on(self, *, by: Any) -> dict[str, Any]:
        """What waited goes now; what happened while it was off is not told."""
        self.failures, self.failing_since, self.not_before = 0, None, None
        return {"name": self.name}

    @transition(
        source=Webhooks.ON, target=Webhooks.OFF, may=may_tend, tells=events.SWITCHED_OFF, label=_("Switch off"),
        icon="stop",
    )  # fmt: skip
    def switch_off(self, *, by: Any) -> dict[str, Any]:
        return {"name": self.name}

    @transition(source=Webhooks.ON, target=Webhooks.OFF, may=may_nobody, tells=events.STOPPED, label=_("Give up"))
    def give_up(self, *, by: Any, answer: str) -> dict[str, Any]:
        """Its keeper hears of it."""
        return {"name": self.name, "answer": answer[:200]}
