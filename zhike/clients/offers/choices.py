"""What an offer gives, and where it and what was offered stand."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Gives(models.TextChoices):
    PERCENT = "percent", _("Percent off")
    AMOUNT = "amount", _("An amount off")
    SERVICE = "service", _("A service for free")
    OTHER = "other", pgettext_lazy("offer", "Something else")


class State(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("offer", "Being prepared")
    OPEN = "open", pgettext_lazy("offer", "Open")
    ENDED = "ended", pgettext_lazy("offer", "Ended")
    WITHDRAWN = "withdrawn", pgettext_lazy("offer", "Withdrawn")


class Answer(models.TextChoices):
    OFFERED = "offered", _("Offered")
    REDEEMED = "redeemed", _("Redeemed")
    DECLINED = "declined", pgettext_lazy("offer", "Declined")
