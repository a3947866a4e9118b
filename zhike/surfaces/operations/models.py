"""What took long, and what people say of the program itself."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class Slow(models.Model):
    """A request that took long: its place (never the words of its address), and the slowest of its questions."""

    at = models.DateTimeField(db_default=Now())
    method = models.CharField(max_length=8)
    place = models.CharField(max_length=120)
    took_ms = models.PositiveIntegerField()
    queries = models.PositiveIntegerField()
    queries_ms = models.PositiveIntegerField()
    slowest_ms = models.PositiveIntegerField()
    slowest = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.place} {self.took_ms} ms"


class Mood(models.TextChoices):
    GOOD = "good", _("Good")
    MIXED = "mixed", _("So-so")
    BAD = "bad", _("Bad")


class Feedback(models.Model):
    """What somebody says of the program itself."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at = models.DateTimeField(db_default=Now())
    mood = models.CharField(_("mood"), max_length=6, choices=Mood)
    text = models.TextField(_("what you would like to say"), max_length=4_000, blank=True)

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def signal(self) -> str:
        return {"good": "good", "mixed": "watch"}.get(self.mood, "bad")
