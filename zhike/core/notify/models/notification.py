"""What a person was told."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from zhike.core.notify.models.wishes import Way


class Reason(models.TextChoices):
    """Why an event concerns a person; the first that fits is kept."""

    MENTIONED = "mentioned", _("You were mentioned")
    GIVEN = "given", _("Given to you")
    OWNER = "owner", _("You own it now")
    DEPUTY = "deputy", _("You stand in now")
    INVITED = "invited", _("You were asked to watch")
    ABSENT = "absent", _("You stand in for someone away")
    JOB = "job", _("You started it")
    DECIDE = "decide", _("You are asked to decide")
    ASKED = "asked", _("You asked for it")
    NEAR = "near", _("A date is near")
    WROTE = "wrote", _("A client wrote to you")
    LETTER = "letter", _("You sent it")
    OWNED = "owned", _("You own it")
    WATCHED = "watched", _("You watch it")


class NotificationQuerySet(models.QuerySet["Notification"]):
    def of(self, user: Any) -> Self:
        return self.filter(user_id=user.pk)

    def unread(self) -> Self:
        return self.filter(read_at=None)

    def newest_first(self) -> Self:
        return self.order_by("-pk").select_related("event")


class Notification(models.Model):
    """One event for one person, once. `way` is how they wished to hear of it, `letter` the mail in which they did."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False)
    event = models.ForeignKey("timeline.Event", models.CASCADE, related_name="+")
    reason = models.CharField(max_length=10, choices=Reason)
    read_at = models.DateTimeField(null=True)
    way = models.CharField(max_length=6, choices=Way, default=Way.APP)
    letter = models.ForeignKey("mail.Letter", models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(db_default=Now())

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("notification"), _("notifications")
        constraints = [models.UniqueConstraint(fields=["user", "event"], name="notified_once")]
        indexes = [
            models.Index(fields=["user", "-id"], name="notification_latest"),
            models.Index(fields=["user"], name="notification_unread", condition=models.Q(read_at=None)),
            models.Index(
                fields=["id"], name="notification_to_mail", condition=models.Q(way="mail", letter=None, read_at=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.event_id} {self.reason}"
