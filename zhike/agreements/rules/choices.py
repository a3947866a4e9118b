"""In which way a rule is not kept."""

from django.db import models
from django.utils.translation import pgettext_lazy


class How(models.TextChoices):
    LATE = "late", pgettext_lazy("crossing", "Late with the answer")
    QUIET = "quiet", pgettext_lazy("crossing", "In quiet hours")
    CHANNEL = "channel", pgettext_lazy("crossing", "By another channel")
    ROUND = "round", pgettext_lazy("crossing", "A round above those agreed")
