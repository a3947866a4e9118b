"""That the client was told."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import Prevails
from zhike.clients.models.reach import Channel


class Telling(models.Model):
    """`text` as it was said to `contact`, with its `twin` where it was said in both languages; by `letter` where it
    went by mail, else by another `channel`.
    """

    risk = models.ForeignKey("risks.Risk", models.PROTECT, related_name="tellings")
    contact = models.ForeignKey("clients.Contact", models.PROTECT, related_name="+")
    channel = models.CharField(_("by which way"), max_length=10, choices=Channel)
    text = models.TextField(_("what was said"))
    twin = models.TextField(_("the same in the other language"), blank=True, default="")
    prevails = models.CharField(_("wording that prevails"), max_length=4, choices=Prevails, blank=True, default="")
    letter = models.ForeignKey("mail.Letter", models.PROTECT, null=True, related_name="+")
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    told_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.risk_id} {self.channel}"
