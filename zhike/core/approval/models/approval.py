"""One thing that is asked about one record, and how it was decided."""

from typing import Any, ClassVar

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.approval import events
from zhike.core.approval.answering import AgreeForm, RefuseForm
from zhike.core.approval.digest import digest
from zhike.core.approval.errors import Changed, ReasonMissing
from zhike.core.approval.models.seat import Answer
from zhike.core.approval.policies import may_decide, may_take_back, seat_for
from zhike.core.approval.queryset import ALIVE, ApprovalQuerySet
from zhike.core.approval.quorum import outcome
from zhike.core.approval.registry import QUESTIONS, Question
from zhike.core.lifecycle.policies import may_nobody
from zhike.core.lifecycle.transition import transition
from zhike.core.record.models import Record
from zhike.core.timeline.moment import moment
from zhike.core.timeline.sentences import plain


class State(models.TextChoices):
    WAITING = "waiting", pgettext_lazy("approval", "Waiting for a decision")
    APPROVED = "approved", pgettext_lazy("approval", "Approved")
    REFUSED = "refused", pgettext_lazy("approval", "Refused")
    WITHDRAWN = "withdrawn", pgettext_lazy("approval", "Withdrawn")
    VOID = "void", pgettext_lazy("approval", "No longer holds")
    EXPIRED = "expired", pgettext_lazy("approval", "Not decided in time")


def _stands(approval: Any) -> bool:
    return approval.archived_at is None


class Approval(Record):
    """`about` is what the record was called. `was` and `proposed` are values in JSON, by name; links as {id, text}.

    `digest` is over what was asked about. `alone`: nobody but the person who asked may decide.
    """

    prefix = "AP"
    label_fields = ("question", "about", "proposed")
    may_amend = staticmethod(may_take_back)

    question = models.CharField(_("question"), max_length=60, editable=False)
    record_type = models.CharField(max_length=60, editable=False)
    record_id = models.BigIntegerField(editable=False)
    client = models.ForeignKey(
        "clients.Client", models.PROTECT, null=True, verbose_name=_("client"), related_name="+", editable=False
    )
    about = models.CharField(_("about"), max_length=200, editable=False)
    was = models.JSONField(default=dict, editable=False)
    proposed = models.JSONField(default=dict, editable=False)
    digest = models.CharField(max_length=64, editable=False)
    reason = models.TextField(pgettext_lazy("of a request", "reason"), blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("asked by"), related_name="+", editable=False
    )
    alone = models.BooleanField(default=False, editable=False)
    lasts = models.BooleanField(default=False, editable=False)
    needed = models.PositiveSmallIntegerField(default=1, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING, editable=False)
    remind_at = models.DateTimeField(null=True, editable=False)
    expires_at = models.DateTimeField(_("to be decided by"), null=True, editable=False)
    decided_at = models.DateTimeField(_("decided"), null=True, editable=False)

    objects: ClassVar[Any] = ApprovalQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("approval"), _("approvals")
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["record_id"], name="approval_alive", condition=ALIVE),
            models.Index(fields=["expires_at"], name="approval_expires", condition=Q(state="waiting")),
            models.Index(fields=["asked_by"], name="approval_asked_by"),
            models.Index(fields=["client"], name="approval_client"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["question", "record_type", "record_id"],
                condition=Q(state="waiting", archived_at=None),
                name="asked_once_at_a_time",
            )
        ]

    def __str__(self) -> str:
        said = {name: plain(value) for name, value in self.proposed.items()}
        return str(self.asks.title).format_map(said | {"about": self.about}) if self.question else ""

    @property
    def asks(self) -> Question:
        return QUESTIONS.get(self.question) or Question(self.question, "{about}", lambda _record, _by: ())

    @transition(
        source=State.WAITING, may=may_decide, when=_stands, tells=events.APPROVED, label=_("Approve"), look="primary",
        form=AgreeForm,
    )  # fmt: skip
    def approve(self, *, by: Any, reason: str = "") -> dict[str, Any]:
        """Agree. When enough have, what was asked is done in this transaction. Raises Changed."""
        if not self.still_stands(lock=True):
            raise Changed
        return self._answer(Answer.YES, by, reason)

    @transition(
        source=State.WAITING, may=may_decide, when=_stands, tells=events.REFUSED, label=_("Refuse"), icon="close",
        form=RefuseForm,
    )  # fmt: skip
    def refuse(self, *, by: Any, reason: str) -> dict[str, Any]:
        """Raises ReasonMissing."""
        if not reason.strip():
            raise ReasonMissing
        return self._answer(Answer.NO, by, reason)

    @transition(
        source=State.WAITING, target=State.WITHDRAWN, may=may_take_back, when=_stands, tells=events.WITHDRAWN,
        label=_("Withdraw"), icon="undo",
    )  # fmt: skip
    def withdraw(self, *, by: Any) -> dict[str, Any]:
        return self._drop(by)

    @transition(
        source=(State.WAITING, State.APPROVED), target=State.VOID, may=may_nobody, tells=events.VOIDED,
        label=_("No longer holds"), icon="warning",
    )  # fmt: skip
    def void(self, *, by: Any) -> dict[str, Any]:
        """What it is about has changed."""
        return self._drop(by)

    @transition(
        source=State.WAITING, target=State.EXPIRED, may=may_nobody, tells=events.EXPIRED, label=_("Expire"),
        icon="clock",
    )  # fmt: skip
    def expire(self, *, by: Any) -> dict[str, Any]:
        return self._drop(by)

    @transition(source=State.WAITING, may=may_nobody, tells=events.REMINDED, label=_("Remind"), icon="bell")
    def remind(self, *, by: Any) -> dict[str, Any]:
        """Call it to the mind of those who have not answered, once."""
        self.remind_at = None
        return {"name": str(self)}

    def still_stands(self, *, lock: bool = False) -> bool:
        """Whether the record is what it was when this was asked."""
        records = apps.get_model(self.record_type)._base_manager
        found = (records.select_for_update(no_key=True) if lock else records).filter(pk=self.record_id).first()
        return bool(found and digest(self.asks, found, self.proposed) == self.digest)

    def _answer(self, answer: Answer, by: Any, reason: str) -> dict[str, Any]:
        """The count decides the state, so it is set here and not by the step."""
        seat = seat_for(by, self)
        seat.take(answer, by=by, reason=reason)
        said = list(self.seats.values_list("answer", flat=True))
        yes, no, ends = said.count(Answer.YES), said.count(Answer.NO), self.asks.one_no_ends
        self.state = State(outcome(yes, no, len(said), needed=self.needed, one_no_ends=ends))
        facts = {"name": str(self), "reason": reason.strip(), "ends": self.state != State.WAITING}
        if self.state != State.WAITING:
            self.decided_at = moment()
            (self.asks.approved if self.state == State.APPROVED else self.asks.dropped)(self, by)
        return facts | {"on_behalf_of": seat.person if seat.person_id != by.pk else None}

    def _drop(self, by: Any) -> dict[str, Any]:
        self.decided_at = moment()
        self.asks.dropped(self, by)
        return {"name": str(self), "ends": True}
