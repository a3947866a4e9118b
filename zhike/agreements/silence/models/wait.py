"""One entry for which an answer is awaited."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhike.agreements.silence import events
from zhike.agreements.silence.choices import ALIVE, Outcome, Told, WaitState, Why
from zhike.agreements.silence.steps import NoticeForm, StopForm
from zhike.core.lifecycle.policies import may_nobody, may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.record.models import Record
from zhike.core.timeline.kinds import EventKind
from zhike.core.timeline.moment import moment


class Wait(Record):
    """`outcome` is what follows when nobody answers until the end of `until`, a day at the client's.

    `last_act` is the entry's last act when the wait began: a later one is an answer. `reminded` counts the reminders.
    """

    prefix = "WA"
    label_fields = ("about",)
    may_add = staticmethod(may_nobody)
    archive: Any = None  # it ends by an answer, by its day, or is stopped
    restore: Any = None
    stays_when_merged: ClassVar[bool] = True

    rule = models.ForeignKey(
        "silence.SilenceRule", models.PROTECT, verbose_name=_("silence rule"), related_name="waits"
    )
    readback = models.ForeignKey(
        "agreements.Readback", models.PROTECT, verbose_name=_("read-back"), related_name="waits"
    )
    entry = models.ForeignKey("agreements.Entry", models.PROTECT, verbose_name=_("agreement"), related_name="waits")
    client = models.ForeignKey("clients.Client", models.PROTECT, verbose_name=_("client"), related_name="+")
    contact = models.ForeignKey("clients.Contact", models.PROTECT, verbose_name=_("who is asked"), related_name="+")
    about = models.CharField(_("about"), max_length=120, editable=False)
    outcome = models.CharField(_("what silence means"), max_length=9, choices=Outcome, editable=False)
    begun_on = models.DateField(_("asked on"), editable=False)
    remind_on = models.DateField(_("next reminder"), null=True, editable=False)
    until = models.DateField(_("last day"), editable=False)
    reminded = models.PositiveSmallIntegerField(_("reminders"), default=0, editable=False)
    last_act = models.BigIntegerField(editable=False)
    note = models.CharField(_("note"), max_length=300, blank=True)
    state = models.CharField(_("state"), max_length=9, choices=WaitState, default=WaitState.RUNNING, editable=False)
    why = models.CharField(_("why"), max_length=300, choices=Why, blank=True, editable=False)
    ended_at = models.DateTimeField(_("ended"), null=True, editable=False)

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("awaited answer"), _("awaited answers")
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["until"], name="wait_running", condition=Q(state=WaitState.RUNNING)),
            models.Index(fields=["client", "-id"], name="wait_of_client"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["entry"], condition=Q(state=WaitState.RUNNING), name="one_wait_per_entry")
        ]

    def __str__(self) -> str:
        return self.about

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.BEGAN

    def told(self, **more: Any) -> dict[str, Any]:
        """The facts of its events; whoever looks after the entry is told."""
        heard = {"people": [self.entry.owner_id]} if self.entry.owner_id else {}
        return {"name": self.about, "who": self.contact.called} | heard | more

    @transition(source=WaitState.RUNNING, may=may_nobody, tells=events.NOTICED, label=_("Remind"), icon="bell")
    def remind(self, *, by: Any, remind_on: date | None, until: date) -> dict[str, Any]:
        """A reminder is written; a late one moves the last day, never an early one."""
        self.reminded, self.remind_on, self.until = self.reminded + 1, remind_on, max(self.until, until)
        return self.told(until=self.until.isoformat())

    @transition(
        source=WaitState.RUNNING, may=may_nobody, tells=events.BY_HAND, label=_("Ask for a reminder by hand"),
        icon="bell",
    )  # fmt: skip
    def remind_by_hand(self, *, by: Any, remind_on: date | None, until: date) -> dict[str, Any]:
        """There is no way by mail: somebody has to."""
        self.reminded, self.remind_on, self.until = self.reminded + 1, remind_on, max(self.until, until)
        return self.told(until=self.until.isoformat())

    @transition(
        source=WaitState.RUNNING, may=may_work, tells=events.NOTICED, label=_("I told them"), icon="check",
        form=NoticeForm, look="primary",
    )  # fmt: skip
    def note_notice(self, *, by: Any, channel: str, words: str = "") -> dict[str, Any]:
        """Somebody told them by another way than mail; it counts as a notice from today."""
        from zhike.agreements.silence.models.notice import Notice

        asked = self.notices.filter(told=Told.ASKED).exists()
        told = Told.REMINDED if asked else Told.ASKED
        Notice.objects.create(
            wait=self, told=told, contact=self.contact, channel=channel, person=by, words=words, at=moment()
        )
        return self.told(words=words)

    @transition(
        source=ALIVE, target=WaitState.ANSWERED, may=may_nobody, tells=events.ANSWERED, label=_("They answered")
    )
    def answer(self, *, by: Any, why: str = "") -> dict[str, Any]:
        """Any answer, question or correction ends it."""
        return self.over(why)

    @transition(
        source=ALIVE, target=WaitState.STOPPED, may=may_work, tells=events.STOPPED, label=_("Stop waiting"),
        icon="close", form=StopForm,
    )  # fmt: skip
    def stop(self, *, by: Any, reason: str) -> dict[str, Any]:
        return self.over(reason) | {"reason": reason}

    @transition(
        source=WaitState.RUNNING, target=WaitState.ACCEPTED, may=may_nobody, tells=events.ACCEPTED,
        label=_("Counts as agreed"),
    )  # fmt: skip
    def accept(self, *, by: Any) -> dict[str, Any]:
        return self.over("")

    @transition(
        source=WaitState.RUNNING, target=WaitState.PAUSED, may=may_nobody, tells=events.PAUSED, label=_("Pause")
    )
    def pause(self, *, by: Any) -> dict[str, Any]:
        return self.over("")

    @transition(
        source=WaitState.RUNNING, target=WaitState.ESCALATED, may=may_nobody, tells=events.ESCALATED,
        label=_("Escalate"),
    )  # fmt: skip
    def escalate(self, *, by: Any, why: str, people: list[int]) -> dict[str, Any]:
        """To those who have to look at it now."""
        return self.over(why) | {"reason": why, "people": people}

    @transition(
        source=WaitState.ACCEPTED, target=WaitState.OBJECTED, may=may_nobody, tells=events.OBJECTED,
        label=_("They object"),
    )  # fmt: skip
    def object(self, *, by: Any) -> dict[str, Any]:
        return self.over("")

    def over(self, why: str) -> dict[str, Any]:
        self.why, self.ended_at, self.remind_on = why[:300], moment(), None
        return self.told()
