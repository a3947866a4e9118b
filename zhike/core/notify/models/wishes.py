"""How a person wishes to hear of things: in the app, by mail at once, in the digest of the day, not at all."""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

MORNING = 8
LAST_HOUR = 23


class Way(models.TextChoices):
    APP = "app", _("In the app")
    MAIL = "mail", _("In the app, and by mail at once")
    DIGEST = "digest", _("In the app, and in the daily mail")
    NOT = "not", _("Not at all")


class Wishes(models.Model):
    """`ways` by reason, where the person chose; `digest_at` is the hour of their day, None for no daily mail."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+")
    ways = models.JSONField(default=dict)
    digest_at = models.PositiveSmallIntegerField(
        null=True, blank=True, default=MORNING, validators=[MaxValueValidator(LAST_HOUR)]
    )

    def __str__(self) -> str:
        return f"wishes of {self.user_id}"


class Digest(models.Model):
    """That a person had the daily mail of a day, or that there was nothing to tell (no letter)."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False)
    day = models.DateField()
    letter = models.ForeignKey("mail.Letter", models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "day"], name="one_digest_a_day")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.day}"
