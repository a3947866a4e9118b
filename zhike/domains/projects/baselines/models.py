"""A plan as it was frozen."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.agreements.twins.twinned import OWN, Twinned
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind
from zhike.core.timeline.moment import moment
from zhike.domains.projects.asking_forms import ConfirmedForm, ProposeForm
from zhike.domains.projects.baselines import events
from zhike.domains.projects.baselines.agreeing import propose
from zhike.domains.projects.baselines.errors import NeedsReason, NothingPlanned
from zhike.domains.projects.baselines.freezing import Content, content_of, is_empty
from zhike.domains.projects.confirmable import Confirmable
from zhike.domains.projects.models import Project


def _is_latest(baseline: Any) -> bool:
    return not Baseline.objects.filter(project=baseline.project_id, number__gt=baseline.number).exists()


def _waits(baseline: Any) -> bool:
    return _is_latest(baseline) and baseline.is_unconfirmed


class BaselineQuerySet(RecordQuerySet["Baseline"]):
    @transaction.atomic
    def add(self, *, by: Any, content: Content | None = None, **values: Any) -> Any:
        """Freeze the plan as it stands, or as it was kept before. Raises NeedsReason for another one, NothingPlanned.

        The project is locked, so that no two get one number.
        """
        project, reason = values["project"], values.get("reason", "")
        Project.objects.select_for_update(no_key=True).get(pk=project.pk)
        number = self.model.objects.filter(project=project).count() + 1
        if number > 1 and not reason:
            raise NeedsReason
        if content is None:
            content = content_of(project)
            if is_empty(content):
                raise NothingPlanned
        return super().add(by=by, facts={"reason": reason}, number=number, content=content, **values)


class Baseline(Confirmable, Twinned, Record):
    """`content` is what `freezing` keeps. A trigger refuses to change it, its number and its reason."""

    prefix = "BL"
    label_fields = ("number", "frozen_on")
    twinned: ClassVar[Any] = {OWN: ("reason",)}
    twin_owner = "project__lead"
    archive: Any = None
    restore: Any = None

    project: Any = models.ForeignKey(
        "projects.Project", models.PROTECT, verbose_name=_("project"), related_name="baselines"
    )
    client = models.ForeignKey(
        "clients.Client", models.PROTECT, verbose_name=_("client"), related_name="+", editable=False
    )
    number = models.PositiveSmallIntegerField(_("number"), editable=False)
    frozen_on = models.DateField(_("frozen on"), editable=False)
    reason = models.CharField(_("why agreed anew"), max_length=500, blank=True)
    note = models.TextField(_("note"), blank=True)
    content = models.JSONField(editable=False)
    entry = models.ForeignKey(
        "agreements.Entry", models.PROTECT, null=True, editable=False, verbose_name=_("confirmation"), related_name="+"
    )

    objects: ClassVar[Any] = BaselineQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("baseline"), _("baselines")
        constraints = [models.UniqueConstraint(fields=["project", "number"], name="baseline_once")]

    if TYPE_CHECKING:
        project_id: int

    def __str__(self) -> str:
        return gettext("Baseline %(number)d") % {"number": self.number}

    def write(self, values: dict[str, Any]) -> None:
        super().write(values)
        if self.pk is None:
            self.client_id = self.project.client_id
            self.frozen_on = timezone.localdate(moment())

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.FROZEN_ANEW if values["number"] > 1 else events.FROZEN

    @property
    def takes_twins(self) -> bool:
        """Until they are asked about it; then the entry has its own."""
        return self.entry is None and _is_latest(self)

    def into_ledger(self, contact: Any, *, by: Any) -> Any:
        return propose(self, contact, by=by)

    @transition(
        may=may_work, when=_waits, tells=events.ASKED, label=_("Ask the client to confirm"), icon="send",
        form=ProposeForm, look="primary",
    )  # fmt: skip
    def propose(self, *, by: Any, contact: Any) -> dict[str, Any]:
        """It stands in the ledger as a decision of theirs to be made; the baseline before holds until then."""
        return self.put_to(contact, by=by)

    @transition(
        may=may_work, when=_waits, tells=events.NOTED, label=_("Note their confirmation"), icon="promise",
        form=ConfirmedForm,
    )  # fmt: skip
    def note_confirmed(self, *, by: Any, contact: Any, how: str, words: str = "") -> dict[str, Any]:
        """They said yes by another way than the link."""
        return self.confirmed_by_hand(contact, by=by, how=how, words=words)
