"""What a deadline's clock did, stretch by stretch."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q


class Segment(models.Model):
    """From `since` to `until` the clock ran, or stood still; the last one is open as long as the deadline is."""

    deadline = models.ForeignKey("clock.Deadline", models.CASCADE, related_name="segments")
    runs = models.BooleanField()
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint("deadline", condition=Q(until=None), name="one_open_segment"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="segment_goes_forwards"),
        ]

    def __str__(self) -> str:
        return f"{'runs' if self.runs else 'paused'} {self.since:%F %R}"

    def end(self, at: datetime) -> None:
        """Raises ValueError if it starts later than that."""
        if at < self.since:
            raise ValueError(f"The clock is at {self.since.isoformat()} already, later than {at.isoformat()}.")
        self.until = at
        self.save(update_fields=["until"])
