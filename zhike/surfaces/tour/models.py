"""How far somebody's look round has come."""

from django.conf import settings
from django.db import models


class Tour(models.Model):
    """`stop` is the last one visited, from 1. `ended_at`: gone through, or put aside."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    stop = models.PositiveSmallIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.user}: {self.stop}"
