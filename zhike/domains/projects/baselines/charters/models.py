"""The charter of a project, as it stood when it was put together."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import State
from zhike.agreements.twins.both import in_both, keep_beside
from zhike.core.lifecycle.policies import may_nobody, may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind
from zhike.domains.projects.asking_forms import ConfirmedForm, ProposeForm
from zhike.domains.projects.baselines.charters import events
from zhike.domains.projects.baselines.charters.errors import NothingToConfirm
from zhike.domains.projects.baselines.charters.ledger import propose
from zhike.domains.projects.baselines.freezing import content_of
from zhike.domains.projects.baselines.models import Baseline
from zhike.domains.projects.choices import ProjectState
from zhike.domains.projects.confirmable import Confirmable
from zhike.domains.projects.models import Project


def _waits(charter: Any) -> bool:
    later = Charter.objects.filter(project=charter.project_id, number__gt=charter.number)
    return charter.is_unconfirmed and not later.exists()


def _is_said(charter: Any) -> bool:
    return charter.baseline_id is None and charter.entry is not None and charter.entry.state == State.CONFIRMED


class CharterQuerySet(RecordQuerySet["Charter"]):
    @transaction.atomic
    def add(self, *, by: Any, **values: Any) -> Any:
        """Keep the project as it stands; it is locked, so that no two get one number. Raises NothingToConfirm."""
        project = values["project"]
        Project.objects.select_for_update(no_key=True).get(pk=project.pk)
        content = content_of(project)
        if not (content["why"] or content["scope"] or content["goals"]):
            raise NothingToConfirm
        number = self.model.objects.filter(project=project).count() + 1
        return super().add(by=by, number=number, content=content, **values)


class Charter(Confirmable, Record):
    """`content` is what baselines keep of a plan. A trigger refuses to change it and its number.

    `people` are theirs who take part. `baseline` is what it became when they confirmed it.
    """

    prefix = "CH"
    label_fields = ("number",)
    archive: Any = None
    restore: Any = None

    project: Any = models.ForeignKey(
        "projects.Project", models.PROTECT, verbose_name=_("project"), related_name="charters"
    )
    client = models.ForeignKey(
        "clients.Client", models.PROTECT, verbose_name=_("client"), related_name="+", editable=False
    )
    number = models.PositiveSmallIntegerField(_("number"), editable=False)
    people: Any = models.ManyToManyField(
        "clients.Contact", blank=True, verbose_name=_("who of theirs takes part"), related_name="+"
    )
    note = models.TextField(_("note"), blank=True)
    content = models.JSONField(editable=False)
    entry = models.ForeignKey(
        "agreements.Entry", models.PROTECT, null=True, editable=False, verbose_name=_("confirmation"), related_name="+"
    )
    baseline = models.ForeignKey(
        "baselines.Baseline", models.PROTECT, null=True, editable=False, verbose_name=_("baseline"), related_name="+"
    )

    objects: ClassVar[Any] = CharterQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("charter"), _("charters")
        constraints = [models.UniqueConstraint(fields=["project", "number"], name="charter_once")]

    if TYPE_CHECKING:
        project_id: int

    def __str__(self) -> str:
        return gettext("Charter %(number)d") % {"number": self.number}

    def write(self, values: dict[str, Any]) -> None:
        super().write(values)
        self.client_id = self.project.client_id

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.WRITTEN

    def into_ledger(self, contact: Any, *, by: Any) -> Any:
        return propose(self, contact, by=by)

    @transition(
        may=may_work, when=_waits, tells=events.ASKED, label=_("Ask the client to confirm"), icon="send",
        form=ProposeForm, look="primary",
    )  # fmt: skip
    def propose(self, *, by: Any, contact: Any) -> dict[str, Any]:
        """It stands in the ledger as a decision of theirs to be made, in their language."""
        return self.put_to(contact, by=by)

    @transition(
        may=may_work, when=_waits, tells=events.CONFIRMED, label=_("Note their confirmation"), icon="promise",
        form=ConfirmedForm,
    )  # fmt: skip
    def note_confirmed(self, *, by: Any, contact: Any, how: str, words: str = "") -> dict[str, Any]:
        """They said yes by another way than the link: it is a baseline from now on."""
        told = self.confirmed_by_hand(contact, by=by, how=how, words=words)
        self._freeze(by=by)
        return told

    @transition(
        may=may_nobody, when=_is_said, tells=events.CONFIRMED, label=_("Freeze as baseline"), icon="lock"
    )  # fmt: skip
    def hold(self, *, by: Any) -> dict[str, Any]:
        """The ledger says that they confirmed it."""
        self._freeze(by=by)
        entry: Any = self.entry
        who = entry.confirmed_by
        return {"name": str(self), "who": who.called if who else str(self.client), "entry": entry.pk}

    def _freeze(self: Any, *, by: Any) -> None:
        """A baseline with the words that they read; a draft is agreed thereby."""
        if self.baseline_id is not None:
            return
        reason = in_both(self.entry.contact, lambda: gettext("The charter was confirmed."), ())
        said = {"content": self.content, "entry": self.entry, "reason": reason["text"]}
        self.baseline = Baseline.objects.add(by=by, project=self.project, **said)
        keep_beside(self.baseline, {"reason": reason}, by=by)
        if self.project.state == ProjectState.DRAFTED and self.project.archived_at is None:
            self.project.agree(by=by)
