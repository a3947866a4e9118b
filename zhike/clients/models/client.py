"""An organisation or a person we work for. Valid with a name alone."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.models.reach import Reachable
from zhike.clients.names import NameKey
from zhike.clients.policies import may_change
from zhike.clients.queryset import ClientQuerySet
from zhike.core.record.constraints import HasText
from zhike.core.record.models import Record


class Sort(models.TextChoices):
    ORGANISATION = "organisation", _("Organisation")
    PERSON = "person", pgettext_lazy("kind of client", "Person")


class Size(models.TextChoices):
    MICRO = "1-9", _("1–9 people")
    SMALL = "10-49", _("10–49 people")
    MIDDLE = "50-249", _("50–249 people")
    LARGE = "250-999", _("250–999 people")
    HUGE = "1000+", _("1,000 people or more")


class Visibility(models.TextChoices):
    EVERYONE = "everyone", _("Everyone on staff")
    TEAM = "team", _("Owner, deputy, team, watchers and managers above")
    FEW = "few", _("Owner, deputy, watchers and managers above")


class Client(Reachable, Record):
    """`short_name` is 简称. `visibility` empty means the installation's default; it may only narrow it.

    `tier`, `last_contact_at` and `next_follow_up` are kept by reactions of the areas that know.
    """

    prefix = "CL"
    label_fields = ("name", "short_name")
    may_amend = staticmethod(may_change)

    kind = models.CharField(_("kind"), max_length=12, choices=Sort, default=Sort.ORGANISATION)
    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=80, blank=True)
    tax_number = models.CharField(_("tax number"), max_length=30, blank=True)
    industry = models.CharField(_("industry"), max_length=80, blank=True)
    size = models.CharField(_("size"), max_length=8, choices=Size, blank=True)
    website = models.URLField(_("website"), blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True)
    province = models.CharField(_("province"), max_length=60, blank=True)
    city = models.CharField(_("city"), max_length=60, blank=True)
    district = models.CharField(_("district"), max_length=60, blank=True)
    street = models.CharField(_("street"), max_length=200, blank=True)
    postcode = models.CharField(_("postcode"), max_length=12, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name=_("owner"), related_name="owned"
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name=_("deputy"), related_name="+"
    )
    team = models.ForeignKey("access.Team", models.PROTECT, null=True, blank=True, verbose_name=_("team"))
    visibility = models.CharField(_("seen by"), max_length=10, choices=Visibility, blank=True)
    about = models.TextField(_("about"), blank=True)
    tier = models.ForeignKey(
        "tiers.Tier", models.PROTECT, null=True, verbose_name=_("tier"), related_name="clients", editable=False
    )
    tier_since = models.DateTimeField(_("in its tier since"), null=True, editable=False)
    last_contact_at = models.DateTimeField(_("last contact"), null=True, editable=False)
    last_channel = models.CharField(max_length=10, blank=True, editable=False)
    next_follow_up = models.DateField(_("next follow-up"), null=True, editable=False)
    stage = models.ForeignKey(
        "stages.Stage", models.PROTECT, null=True, editable=False, verbose_name=_("stage"), related_name="clients"
    )
    stage_since = models.DateTimeField(_("in this stage since"), null=True, editable=False)

    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, editable=False, verbose_name=_("merged into"), related_name="+"
    )

    objects: ClassVar[Any] = ClientQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("client"), _("clients")
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["name", "id"], name="client_name"),
            models.Index(NameKey("name"), name="client_name_key"),
            models.Index(fields=["last_contact_at", "id"], name="client_last_contact"),
            models.Index(fields=["next_follow_up", "id"], name="client_follow_up"),
            models.Index(fields=["external_id"], name="client_external", condition=~models.Q(external_id="")),
            GinIndex(fields=["tags"], name="client_tags"),
            GinIndex(fields=["emails"], name="client_emails"),
            GinIndex(fields=["phones"], name="client_phones"),
        ]
        constraints = [HasText(condition=~models.Q(name=""), name="client_has_name")]

    def __str__(self) -> str:
        return self.short_name or self.name

    @property
    def timeline_client_id(self) -> int:
        return self.pk

    @property
    def place(self) -> str:
        """Province, city and district, without what repeats (北京市, 北京市); the smaller first outside China."""
        parts = [self.province, self.city, self.district]
        if self.country in ("", "CN", "HK", "MO", "TW"):
            return " ".join(dict.fromkeys(part for part in parts if part))
        return ", ".join(part for part in (self.city, self.province) if part)
