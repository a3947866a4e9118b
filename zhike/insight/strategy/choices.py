"""Where an edition stands, its sections, and what a goal may be."""

from django.db import models
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("strategy", "Draft")
    IN_FORCE = "in_force", pgettext_lazy("strategy", "In force")
    SUPERSEDED = "superseded", pgettext_lazy("strategy", "Superseded")


class Section(models.TextChoices):
    """The columns of an edition, in the order of reading."""

    AIM = "aim", pgettext_lazy("strategy", "What we want")
    CLASSIFICATION = "classification", pgettext_lazy("strategy", "How we sort clients")
    CARE = "care", pgettext_lazy("strategy", "How we care for them")
    CONTACT = "contact", pgettext_lazy("strategy", "How we keep in touch")
    FEEDBACK = "feedback", pgettext_lazy("strategy", "How we hear what they think")
    RECOVERY = "recovery", pgettext_lazy("strategy", "When something goes wrong")
    REVIEW = "review", pgettext_lazy("strategy", "How we look at this again")


class Better(models.TextChoices):
    AT_LEAST = "at_least", pgettext_lazy("goal", "at least")
    AT_MOST = "at_most", pgettext_lazy("goal", "at most")
