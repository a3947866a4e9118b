"""What took long, and what people say of the program itself."""

from django.db import models
from django.db.models.functions import Now


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
