"""That the client was told; a trigger refuses to change or delete one."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhike.agreements.silence.choices import Told
from zhike.clients.models.reach import Channel
from zhike.core.mail.models import State as LetterState


class Notice(models.Model):
    """By `letter`, or by `person` who told them by another `channel`. `number` counts the reminders."""

    stays_when_merged: ClassVar[bool] = True

    wait = models.ForeignKey("silence.Wait", models.PROTECT, related_name="notices")
    told = models.CharField(max_length=8, choices=Told)
    number = models.PositiveSmallIntegerField(default=0)
    contact = models.ForeignKey("clients.Contact", models.PROTECT, related_name="+", db_index=False)
    channel = models.CharField(max_length=10, choices=Channel)
    letter = models.ForeignKey("mail.Letter", models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False)
    words = models.CharField(_("what was said"), max_length=500, blank=True)
    at = models.DateTimeField()

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["wait", "told", "number"], condition=Q(letter__isnull=False), name="one_letter_per_notice"
            ),
            models.CheckConstraint(condition=~Q(letter=None) | ~Q(person=None), name="notice_by_letter_or_person"),
        ]

    def __str__(self) -> str:
        return f"{self.wait_id} {self.told}"

    @property
    def arrived(self) -> bool:
        """As far as anybody can know: the server took the letter and none came back, or a person says so."""
        return self.letter is None or self.letter.state == LetterState.SENT
