"""What the client gets: a thing in versions, shown to them and accepted."""

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.agreements.twins.twinned import OWN, Twinned
from zhike.core.record.queryset import RecordQuerySet
from zhike.domains.projects.choices import ReviewState as State
from zhike.domains.projects.models.of_project import OfProject
from zhike.domains.projects.models.reviewing import Reviewing
from zhike.domains.projects.text import PASSAGE


class Deliverable(Reviewing, Twinned, OfProject):
    """`criteria` say how one can tell that it is right, one a line. `reviewer` is who of theirs was asked last."""

    prefix = "DL"
    twinned: ClassVar[Any] = {OWN: ("title", "criteria"), "versions": ("note",), "pins": ("text",)}

    milestone = models.ForeignKey(
        "projects.Milestone", models.PROTECT, null=True, blank=True, verbose_name=_("milestone"),
        related_name="deliverables",
    )  # fmt: skip
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("owner"), related_name="+")
    due_on = models.DateField(pgettext_lazy("deliverable", "due"), null=True, blank=True)
    criteria = models.TextField(_("how one can tell that it is right"), blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.PLANNED, editable=False)
    reviewer = models.ForeignKey(
        "clients.Contact", models.PROTECT, null=True, editable=False, verbose_name=_("who looks at it"),
        related_name="+",
    )  # fmt: skip
    asked_on = models.DateField(_("shown to them"), null=True, editable=False)
    answered_on = models.DateField(_("answered"), null=True, editable=False)
    accepted_on = models.DateField(_("first accepted"), null=True, editable=False)

    objects: ClassVar[Any] = RecordQuerySet.as_manager()

    class Meta(OfProject.Meta):
        verbose_name, verbose_name_plural = _("deliverable"), _("deliverables")

    @property
    def current(self) -> Any:
        """The newest version; None before the first."""
        return self.versions.select_related("file", "made_by", "contact", "entry").order_by("-number").first()

    @property
    def round_asked(self) -> tuple[date, str] | None:
        """On which day the client wanted the newest version changed, and in which words: a round of revision."""
        newest = self.current
        if newest is None or newest.answer != State.CHANGES:
            return None
        return timezone.localdate(newest.answered_at), newest.words


class Version(models.Model):
    """One state of it. `answer` is what was said of this one, by `contact`, in `words`; `entry` is the acceptance."""

    deliverable = models.ForeignKey(Deliverable, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    file = models.ForeignKey("files.Attachment", models.PROTECT, related_name="+")
    note = models.CharField(_("what is new"), max_length=500, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    answer = models.CharField(max_length=8, choices=State, blank=True)
    answered_at = models.DateTimeField(null=True)
    contact = models.ForeignKey("clients.Contact", models.PROTECT, null=True, related_name="+")
    words = models.TextField(blank=True)
    entry = models.ForeignKey("agreements.Entry", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["deliverable", "number"], name="version_once")]

    def __str__(self) -> str:
        return f"{self.deliverable_id}/{self.number}"

    @property
    def is_picture(self) -> bool:
        return self.file.shown_as.startswith("image/")


class Pin(models.Model):
    """A word at a place: `x` and `y` in percent of the picture, from its upper left corner; of a text its `line`, and
    the `passage` by which it is found again in the next one. It stays, version by version, until it is settled."""

    deliverable = models.ForeignKey(Deliverable, models.PROTECT, related_name="pins")
    version = models.ForeignKey(Version, models.PROTECT, related_name="pins")
    x = models.DecimalField(max_digits=5, decimal_places=2)
    y = models.DecimalField(max_digits=5, decimal_places=2)
    line = models.PositiveIntegerField(_("line"), null=True)
    passage = models.CharField(_("the words pointed at"), max_length=PASSAGE, blank=True)
    text = models.CharField(_("what about it"), max_length=500)
    contact = models.ForeignKey("clients.Contact", models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    settled_in = models.ForeignKey(Version, models.PROTECT, null=True, related_name="settled_pins")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(x__gte=0, x__lte=100, y__gte=0, y__lte=100), name="pin_on_the_picture")
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def is_theirs(self) -> bool:
        """In words of the client’s."""
        return self.contact_id is not None

    @property
    def who(self) -> str:
        return self.contact.called if self.contact else str(self.person or "")
