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


class Ground(models.TextChoices):
    """Why something is made better."""

    FEEDBACK = "feedback", pgettext_lazy("improvement", "Feedback of a client")
    TREND = "trend", pgettext_lazy("improvement", "A market trend")
    FIGURE = "figure", pgettext_lazy("improvement", "What the figure says")


class State(models.TextChoices):
    PROPOSED = "proposed", pgettext_lazy("improvement", "Proposed")
    DOING = "doing", pgettext_lazy("improvement", "Under way")
    DONE = "done", pgettext_lazy("improvement", "Done")
    DROPPED = "dropped", pgettext_lazy("improvement", "Dropped")


OPEN = (State.PROPOSED, State.DOING)
