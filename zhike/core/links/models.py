"""A link, its uses, and how often strangers knock."""

from datetime import timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.access.models import User
from zhike.core.lifecycle.policies import may_administer, may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.lifecycle.verbs import holding
from zhike.core.links import events
from zhike.core.links.errors import LinkEnded
from zhike.core.links.purposes import PURPOSES, Purpose
from zhike.core.links.queryset import LinkQuerySet
from zhike.core.links.visitors import device_of, family_of, short_address
from zhike.core.timeline.moment import moment
from zhike.core.timeline.tell import tell


def _always(_user: Any, _link: Any) -> bool:
    return True


def _may_revoke(user: Any, link: Any) -> bool:
    """Who made it; any other of the staff, but not what opens a person's own things."""
    others = may_administer if link.record_type == User._meta.label_lower else may_work
    return bool(user and user.is_active and user.pk == link.created_by_id) or others(user)


def _stands(link: Any) -> bool:
    return link.revoked_at is None


class Link(models.Model):
    """`most` is how often it may be used, None as often as wanted. `language` empty means the visitor's."""

    purpose = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    record_type = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    client = models.ForeignKey("clients.Client", models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200)
    for_name = models.CharField(max_length=120, blank=True)
    for_email = models.EmailField(blank=True)
    language = models.CharField(max_length=10, blank=True)
    facts = models.JSONField(default=dict)
    most = models.PositiveIntegerField(null=True)
    used = models.PositiveIntegerField(default=0)
    devices = ArrayField(models.CharField(max_length=16), default=list)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField(pgettext_lazy("link", "valid until"))
    revoked_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[Any] = LinkQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("link"), _("links")
        indexes = [models.Index(fields=["record_type", "record_id", "-id"], name="link_of_record")]

    def __str__(self) -> str:
        return self.name

    @property
    def timeline_client_id(self) -> int | None:
        return self.client_id

    @property
    def declared(self) -> Purpose:
        return PURPOSES[self.purpose]

    @property
    def who(self) -> str:
        return self.for_name or self.for_email or str(_("everyone who has it"))

    @property
    def ended(self) -> str:
        """Why it does not open any more: revoked, expired, used; "" while it does."""
        if self.revoked_at:
            return "revoked"
        if self.expires_at <= timezone.now():
            return "expired"
        return "used" if self.most is not None and self.used >= self.most else ""

    def told(self) -> dict[str, Any]:
        return {"purpose": self.purpose, "name": self.name, "who": self.who}

    def is_strange_to(self, device: str) -> bool:
        """Whether it may have been forwarded: somebody is meant, and it was used from elsewhere before."""
        meant = self.declared.asks_who and bool(self.for_name or self.for_email)
        return meant and bool(self.devices) and device not in self.devices

    def is_known_as(self, said: str) -> bool:
        """Whether somebody says who is meant: the name, or at least three first letters of the e-mail."""
        said = said.strip().casefold()
        by_mail = len(said) >= 3 and self.for_email.casefold().startswith(said)
        return bool(said) and (said == self.for_name.casefold() or by_mail)

    def welcome(self, request: HttpRequest) -> None:
        """Who comes has said who they are: this device is known from now on."""
        with holding(self, by=None, may=_always):
            self.devices = [*self.devices, device_of(request)][-20:]
            self.save(update_fields=["devices"])
            self.note(request, "confirmed")

    def use(self, request: HttpRequest, record: Any) -> None:
        """Count a use, inside the transaction of what is done. Raises LinkEnded, of two at once for the second."""
        with holding(self, by=None, may=_always):
            if why := self.ended:
                raise LinkEnded(why)
            device = device_of(request)
            self.used += 1
            self.devices = self.devices if device in self.devices else [*self.devices, device][-20:]
            self.save(update_fields=["used", "devices"])
            self.note(request, "used")
            tell(events.USED, record, by=User.objects.system(), facts=self.told())

    def was_opened_today(self) -> bool:
        return self.visits.filter(what="opened", at__gte=timezone.now() - timedelta(days=1)).exists()

    def note(self, request: HttpRequest, what: str) -> None:
        self.visits.create(what=what, address=short_address(request), agent=family_of(request))

    @transition(may=_may_revoke, when=_stands, tells=events.REVOKED, label=_("Revoke"), icon="close", look="danger")
    def revoke(self, *, by: Any) -> dict[str, Any]:
        """It opens nothing from now on, and never again."""
        self.revoked_at = moment()
        return self.told()


class What(models.TextChoices):
    OPENED = "opened", pgettext_lazy("link", "Looked at")
    USED = "used", pgettext_lazy("link", "Used")
    CONFIRMED = "confirmed", _("Said who they are")
    STRANGE = "strange", _("Came from another device")
    ENDED = "ended", _("Came too late")
    ASKED = "asked", _("Asked for a new one")


class Visit(models.Model):
    """`address` is a network, `agent` a family of browsers: no person."""

    link = models.ForeignKey(Link, models.CASCADE, related_name="visits")
    at = models.DateTimeField(db_default=Now())
    what = models.CharField(max_length=10, choices=What)
    address = models.CharField(max_length=50, blank=True)
    agent = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return self.what


class Knock(models.Model):
    """How often somebody came within a minute."""

    key = models.CharField(max_length=120, primary_key=True)
    minute = models.DateTimeField()
    number = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.key
