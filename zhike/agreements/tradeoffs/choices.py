"""The words of trade-offs."""

from django.db import models
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("trade-off", "Being written")
    SENT = "sent", pgettext_lazy("trade-off", "Waits for their choice")
    CHOSEN = "chosen", pgettext_lazy("trade-off", "Chosen")
    REFUSED = "refused", pgettext_lazy("trade-off", "None of these")
