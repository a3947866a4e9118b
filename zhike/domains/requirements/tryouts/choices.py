"""The words in which tryouts are kept."""

from django.db import models
from django.utils.translation import pgettext_lazy

from zhike.core.ui.cells import Signal


class State(models.TextChoices):
    OPEN = "open", pgettext_lazy("tryout", "Being tried")
    DONE = "done", pgettext_lazy("tryout", "Tried")


class Went(models.TextChoices):
    ALONE = "alone", pgettext_lazy("tryout", "Done without help")
    HELPED = "helped", pgettext_lazy("tryout", "Done with help or on detours")
    FAILED = "failed", pgettext_lazy("tryout", "Not done")


LOOKS: dict[str, tuple[Signal, str]] = {
    Went.ALONE: ("good", "check"), Went.HELPED: ("watch", "info"), Went.FAILED: ("bad", "close"),
}  # fmt: skip
MOST = 30  # errands of one tryout
