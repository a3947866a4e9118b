"""What holds for the whole installation: one row."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from zhike.core.access.bulk import PlainTo, Takers
from zhike.core.base.money import of_region


class SeenBy(models.TextChoices):
    EVERYONE = "everyone", _("everyone on staff")
    TEAM = "team", _("owner, deputy, team, watchers and managers above")
    FEW = "few", _("owner, deputy, watchers and managers above")


def usual_currency() -> str:
    return of_region(settings.REGION)


class Company(models.Model):
    """`client_visibility`: who sees a client that says nothing itself. `exporters`: who may take records out as a
    file; `plain_to`: for whom phones and e-mails are plain in it.
    `reachable_en` and `reachable_zh` are what clients read; `acknowledges` sends it when a message of theirs comes.
    `two_factor_roles`: who must sign in with more than a password."""

    name = models.CharField(_("company"), max_length=120, default=settings.COMPANY)
    region = models.CharField(_("region"), max_length=2, default=settings.REGION)
    currency = models.CharField(_("currency"), max_length=3, default=usual_currency)
    answer_hours = models.PositiveSmallIntegerField(
        _("answers within … working hours"), default=8, validators=[MinValueValidator(1), MaxValueValidator(400)]
    )
    reachable_en = models.TextField(_("how to reach us, in English"), blank=True)
    reachable_zh = models.TextField(_("how to reach us, in Chinese"), blank=True)
    acknowledges = models.BooleanField(_("acknowledge each message from a client"), default=False)
    client_visibility = models.CharField(
        _("clients are seen by"), max_length=10, choices=SeenBy, default=SeenBy.EVERYONE
    )
    exporters = models.CharField(_("may export"), max_length=10, choices=Takers, default=Takers.STAFF)
    plain_to = models.CharField(
        _("see phones and e-mails in exports"), max_length=10, choices=PlainTo, default=PlainTo.OWNERS
    )

    two_factor_roles = ArrayField(
        models.CharField(max_length=10), default=list, blank=True, verbose_name=_("second step asked of")
    )

    areas_off = ArrayField(
        models.CharField(max_length=30), default=list, blank=True, verbose_name=_("areas that are switched off")
    )

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_company")]

    def __str__(self) -> str:
        return self.name
