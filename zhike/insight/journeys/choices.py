"""The words in which journeys are told."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    """What the client meets."""

    PRODUCT = "product", pgettext_lazy("touchpoint", "What we make")
    SERVICE = "service", pgettext_lazy("touchpoint", "What we do for them")
    TALK = "talk", pgettext_lazy("touchpoint", "How we speak with them")


class Way(models.TextChoices):
    EARLIER = "earlier", pgettext_lazy("place on a map", "Earlier")
    LATER = "later", pgettext_lazy("place on a map", "Later")
