"""One line of an agenda."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Topic(models.Model):
    """`person` (ours) or `contact` (theirs) brings it in; `goal` is what shall be clear afterwards, as a question where
    it is to be decided. `parked`: not now. `carried_from` is the same topic at the meeting before.
    """

    meeting = models.ForeignKey("meetings.Meeting", models.CASCADE, related_name="topics")
    position = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(_("topic"), max_length=200)
    goal = models.CharField(pgettext_lazy("of a topic", "goal"), max_length=300, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    contact = models.ForeignKey("clients.Contact", models.PROTECT, null=True, blank=True, related_name="+")
    parked = models.BooleanField(_("parked"), default=False)
    done = models.BooleanField(_("done"), default=False)
    carried_from = models.OneToOneField("self", models.PROTECT, null=True, editable=False, related_name="carried_to")

    class Meta:
        ordering = ["parked", "position", "pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def owner(self) -> str:
        """The name of whoever brings it in."""
        return self.contact.called if self.contact else str(self.person or "")
