"""One line of the minutes."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import Side
from zhike.domains.meetings.choices import LineKind


class Line(models.Model):
    """`text` is what was typed, without the sign that says its `kind`. For promises and to-dos `side` says whose it is,
    `person` (ours) or `contact` (theirs) who does it, `due_on` until when. `key` is given by who sends the line, so
    that one sent twice stands once. `entry` and `todo` are what closing made of it.
    """

    meeting = models.ForeignKey("meetings.Meeting", models.CASCADE, related_name="lines")
    topic = models.ForeignKey("meetings.Topic", models.SET_NULL, null=True, blank=True, related_name="lines")
    key = models.CharField(max_length=40, blank=True)
    kind = models.CharField(_("kind"), max_length=8, choices=LineKind, default=LineKind.NOTE)
    text = models.CharField(_("line"), max_length=2_000)
    side = models.CharField(_("whose"), max_length=4, choices=Side, default=Side.US)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    contact = models.ForeignKey("clients.Contact", models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField(_("due"), null=True, blank=True)
    due_time = models.TimeField(_("at"), null=True, blank=True)
    noted_at = models.DateTimeField(editable=False)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+")
    entry = models.ForeignKey("agreements.Entry", models.PROTECT, null=True, editable=False, related_name="+")
    todo = models.ForeignKey("todos.Todo", models.PROTECT, null=True, editable=False, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "key"], name="line_once", condition=~models.Q(key=""))
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def owner(self) -> str:
        """The name of whoever does it."""
        return self.contact.called if self.contact else str(self.person or "")
