"""What may be chosen about a date."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    BIRTHDAY = "birthday", _("Birthday")
    FOUNDING = "founding", _("Founding day")
    CONTRACT = "contract", _("Contract anniversary")
    GO_LIVE = "go_live", _("Go-live anniversary")
    FESTIVAL = "festival", _("Festival")
    RENEWAL = "renewal", _("Renewal")
    OTHER = "other", pgettext_lazy("kind of date", "Other")


class Calendar(models.TextChoices):
    SOLAR = "solar", _("Solar")
    LUNAR = "lunar", _("Lunar (农历)")


class Repeats(models.TextChoices):
    YEARLY = "yearly", _("Every year")
    ONCE = "once", pgettext_lazy("date", "Once")


class WithoutLeap(models.TextChoices):
    """A day of a leap month, in a year that has no such month."""

    ORDINARY = "ordinary", _("In the ordinary month of that number")
    WAIT = "wait", _("Not at all, until that leap month comes again")


class ShortMonth(models.TextChoices):
    LAST = "last", _("On the last day of that month")
    AFTER = "after", _("On the first day of the next month")
