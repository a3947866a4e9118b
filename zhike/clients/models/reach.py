"""How to reach someone, and how they like to be reached: shared by clients and contacts."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Channel(models.TextChoices):
    PHONE = "phone", _("Phone")
    MAIL = "mail", pgettext_lazy("channel", "E-mail")
    WECHAT = "wechat", _("WeChat")
    VIDEO = "video", _("Video call")
    VISIT = "visit", _("In person")


class Language(models.TextChoices):
    CHINESE = "zh", _("Chinese")
    ENGLISH = "en", _("English")


class Reachable(models.Model):
    """Phones are E.164. `reachable` is told as `09:00-12:00 13:30-18:00`, in `time_zone`."""

    phones = ArrayField(models.CharField(max_length=40), default=list, blank=True, verbose_name=_("phone"))
    emails = ArrayField(models.EmailField(), default=list, blank=True, verbose_name=_("e-mail"))
    wechat = models.CharField(_("WeChat ID"), max_length=60, blank=True)
    preferred_channel = models.CharField(_("preferred channel"), max_length=10, choices=Channel, blank=True)
    language = models.CharField(pgettext_lazy("of a person", "language"), max_length=5, choices=Language, blank=True)
    reachable = models.CharField(_("reachable"), max_length=80, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=40, blank=True)
    tags = ArrayField(models.CharField(max_length=40), default=list, blank=True, verbose_name=_("tags"))
    external_id = models.CharField(_("external ID"), max_length=80, blank=True)

    class Meta:
        abstract = True
