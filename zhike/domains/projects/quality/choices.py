"""The words of quality."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Result(models.TextChoices):
    PASSED = "passed", pgettext_lazy("result of a check", "Passed")
    FAILED = "failed", pgettext_lazy("result of a check", "Failed")


class Severity(models.IntegerChoices):
    """From the slightest to the gravest."""

    SLIGHT = 1, pgettext_lazy("defect", "Slight")
    NORMAL = 2, pgettext_lazy("defect", "Normal")
    GRAVE = 3, pgettext_lazy("defect", "Grave")
    CRITICAL = 4, pgettext_lazy("defect", "Critical")


class DefectState(models.TextChoices):
    OPEN = "open", pgettext_lazy("defect", "Open")
    FIXED = "fixed", pgettext_lazy("defect", "Fixed, to be looked at")
    CLOSED = "closed", pgettext_lazy("defect", "Closed")
    REJECTED = "rejected", pgettext_lazy("defect", "None")


UNSOLVED = (DefectState.OPEN, DefectState.FIXED)
USUAL = Severity.SLIGHT  # what is tolerated where a project says nothing
