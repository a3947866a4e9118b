"""Somebody who takes part in a meeting: a contact of the client or a member of staff."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhike.domains.meetings.choices import Answer


class Attendee(models.Model):
    """`answer` is what they said to the invitation, at `answered_at`; `came` is None until somebody noted it."""

    ANSWERS: ClassVar[Any] = Answer.choices

    meeting = models.ForeignKey("meetings.Meeting", models.CASCADE, related_name="attendees")
    contact = models.ForeignKey("clients.Contact", models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answer = models.CharField(_("answer"), max_length=9, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True)
    came = models.BooleanField(_("came"), null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "contact"], name="attendee_once"),
            models.UniqueConstraint(fields=["meeting", "person"], name="attendee_of_staff_once"),
            models.CheckConstraint(condition=Q(contact=None) | Q(person=None), name="attendee_is_one"),
        ]

    def __str__(self) -> str:
        return str(self.who)

    @property
    def who(self) -> Any:
        return self.contact or self.person

    @property
    def called(self) -> str:
        return self.contact.called if self.contact else str(self.person or "")

    if TYPE_CHECKING:
        contact_id: int | None
        person_id: int | None
