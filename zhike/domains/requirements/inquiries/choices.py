"""The words in which inquiries are kept."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    INTERVIEW = "interview", _("Interview")
    ANSWERS = "answers", _("Questionnaire")


class State(models.TextChoices):
    OPEN = "open", pgettext_lazy("inquiry", "Being answered")
    DONE = "done", pgettext_lazy("inquiry", "Answered")


MOST = 40  # questions of a guide
