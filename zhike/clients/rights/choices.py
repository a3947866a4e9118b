"""What a decision right is about, and what it allows."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Subject(models.TextChoices):
    SCOPE = "scope", _("Scope")
    PRICE = "price", _("Price")
    DESIGN = "design", pgettext_lazy("subject of a decision", "Design")
    ACCEPTANCE = "acceptance", _("Acceptance")
    LEGAL = "legal", _("Legal matters")
    OTHER = "other", pgettext_lazy("subject of a decision", "Something else")


class Power(models.TextChoices):
    DECIDES = "decides", pgettext_lazy("decision right", "Decides")
    SIGNS = "signs", pgettext_lazy("decision right", "Signs")
    ASKED = "asked", _("Must be asked")
    INFORMED = "informed", _("Is informed")
