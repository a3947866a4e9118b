"""What the API keeps: how much each token asked this minute, and answers that a repeated request gets again."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.functions import Now


class Window(models.Model):
    """Requests of a token in its present minute. The table is not logged: after a crash the counting begins anew."""

    token = models.OneToOneField("access.Token", models.CASCADE, primary_key=True, related_name="+")
    minute = models.DateTimeField()
    asked = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.token_id}: {self.asked}"


class Answer(models.Model):
    """The answer to a request with an Idempotency-Key. `fingerprint` is of method, address and body (SHA-256, hex)."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)
    headers: Any = models.JSONField(default=dict)
    body = models.TextField(blank=True)
    at = models.DateTimeField(db_default=Now(), db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="answer_once")]

    def __str__(self) -> str:
        return self.key
