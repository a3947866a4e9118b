"""Tryouts and their errands."""

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.agreements.twins.twinned import OWN, Twinned
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind
from zhike.domains.projects.models.reviewing import SHOWABLE
from zhike.domains.projects.quality.models.of_deliverable import OfDeliverable
from zhike.domains.requirements.tryouts import events
from zhike.domains.requirements.tryouts.choices import State, Went
from zhike.domains.requirements.tryouts.trying import Trying


class TryoutQuerySet(RecordQuerySet["Tryout"]):
    def open(self) -> Self:
        return self.standing().filter(state=State.OPEN)

    @transaction.atomic
    def add(self, *, by: Any, **values: Any) -> Any:
        """As any record, of the newest version; an errand for each line of `tasks`."""
        made: Any = super().add(by=by, version_tried=values["deliverable"].current, **values)
        lines = (line.strip() for line in made.tasks.splitlines())
        made.errands.bulk_create(
            Errand(tryout=made, place=place, text=text) for place, text in enumerate(filter(None, lines), start=1)
        )
        return made


class Tryout(Trying, Twinned, OfDeliverable):
    """`version_tried` is the newest version when it was given; `tasks` are the errands as they were written."""

    prefix = "TR"
    twinned: ClassVar[Any] = {OWN: ("title",), "errands": ("text",)}

    version_tried = models.ForeignKey(
        "projects.Version", models.PROTECT, null=True, editable=False, verbose_name=_("version"), related_name="+"
    )
    contact = models.ForeignKey(
        "clients.Contact", models.PROTECT, verbose_name=_("who tries it"), related_name="tryouts"
    )
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("owner"), related_name="+")
    tasks = models.TextField(_("what they are to do"))
    state = models.CharField(_("state"), max_length=4, choices=State, default=State.OPEN, editable=False)
    done_on = models.DateField(_("tried on"), null=True, editable=False)

    objects: ClassVar[Any] = TryoutQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("tryout"), _("tryouts")

    if TYPE_CHECKING:
        errands: Any

    @property
    def points(self) -> bool:
        """Whether one can point at what is tried: a picture, and still the newest version."""
        tried = self.version_tried
        return (
            self.state == State.OPEN and tried is not None and tried.is_picture
            and self.deliverable.state in SHOWABLE and tried == self.deliverable.current
        )  # fmt: skip

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.BEGUN


class Errand(models.Model):
    """`went` is empty until it was tried; `theirs` where they wrote it; `pins` are where on the prototype they looked.

    One thing follows from it at most.
    """

    tryout = models.ForeignKey(Tryout, models.CASCADE, related_name="errands")
    place = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    pins = models.ManyToManyField("projects.Pin", related_name="errands")
    went = models.CharField(pgettext_lazy("tryout", "how it went"), max_length=6, choices=Went, blank=True)
    reaction = models.TextField(blank=True)
    theirs = models.BooleanField(default=False)
    requirement = models.ForeignKey("requirements.Requirement", models.SET_NULL, null=True, related_name="errands")
    defect = models.ForeignKey("quality.Defect", models.SET_NULL, null=True, related_name="errands")

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["tryout", "place"], name="errand_once")]

    if TYPE_CHECKING:
        requirement_id: int | None
        defect_id: int | None

    def __str__(self) -> str:
        return self.text

    @property
    def heard(self) -> str:
        """All that they said of it: in words, and where they pointed."""
        return "\n".join(filter(None, [self.reaction, *(one.text for one in self.pins.all())]))

    def write_down(self, went: str, reaction: str, *, theirs: bool) -> None:
        self.went, self.reaction, self.theirs = went, reaction, theirs
        self.save(update_fields=["went", "reaction", "theirs"])
