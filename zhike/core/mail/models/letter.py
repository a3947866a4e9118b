"""A letter."""

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_nobody
from zhike.core.lifecycle.transition import transition
from zhike.core.mail import events
from zhike.core.mail.policies import is_at_rest, may_reword, may_tend
from zhike.core.mail.queryset import LetterQuerySet
from zhike.core.mail.steps import SendAgain
from zhike.core.mail.troubles import Trouble
from zhike.core.record.models import Record
from zhike.core.timeline.kinds import EventKind
from zhike.core.timeline.moment import moment


class State(models.TextChoices):
    WAITING = "waiting", _("Waiting to be sent")
    HELD = "held", _("Held back")
    KEPT = "kept", _("Kept here, not sent")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Not sent")
    BOUNCED = "bounced", _("Came back")
    CANCELLED = "cancelled", _("Withdrawn")


class Letter(Record):
    """`text` is Markdown, `html` the body of its twin, `calendar` an invitation in iCalendar that goes along.

    `not_before`: the next try, or until when it is held. `at_once`: no quiet hours hold it. `secret`: it carries a link
    for one person, so the words go once it is sent. `claimed_until`: a worker has it; `handed_over_at`: the server was
    being given it. `answer` is what the server said, in its words.
    """

    prefix = "LT"
    label_fields = ("subject",)
    may_amend = staticmethod(may_reword)

    to = models.EmailField(_("to"))
    to_name = models.CharField(max_length=120, blank=True, editable=False)
    subject = models.CharField(_("subject"), max_length=200)
    text = models.TextField(_("text"), blank=True)
    html = models.TextField(blank=True, editable=False)
    calendar = models.TextField(blank=True, editable=False)
    language = models.CharField(max_length=10, editable=False)
    reply_to = models.EmailField(blank=True, editable=False)
    headers = models.JSONField(default=dict, editable=False)
    attachments = models.ManyToManyField("files.Attachment", related_name="letters", blank=True, editable=False)
    secret = models.BooleanField(default=False, editable=False)
    record_type = models.CharField(max_length=60, blank=True, editable=False)
    record_id = models.BigIntegerField(null=True, editable=False)
    client = models.ForeignKey(
        "clients.Client", models.PROTECT, null=True, editable=False, verbose_name=_("client"), related_name="+"
    )
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.WAITING, editable=False)
    at_once = models.BooleanField(default=False, db_default=False, editable=False)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0, editable=False)
    not_before = models.DateTimeField(_("not before"), null=True, editable=False)
    trouble = models.CharField(_("trouble"), max_length=11, choices=Trouble, blank=True, editable=False)
    answer = models.TextField(blank=True, editable=False)
    message_id = models.CharField(max_length=200, unique=True, editable=False)
    claimed_until = models.DateTimeField(null=True, editable=False)
    handed_over_at = models.DateTimeField(null=True, editable=False)
    sent_at = models.DateTimeField(_("sent"), null=True, editable=False)

    objects: ClassVar[Any] = LetterQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("mail"), _("mails")
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["id"], name="letter_waiting", condition=models.Q(state__in=("waiting", "held"))),
            models.Index(fields=["record_type", "record_id", "id"], name="letter_about"),
            models.Index(fields=["client", "-id"], name="letter_of_client"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(subject__regex=r"[\x01-\x1f\x7f]") & ~models.Q(to_name__regex=r"[\x01-\x1f\x7f]"),
                name="letter_head_is_one_line",
            )
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def timeline_client_id(self) -> int | None:
        """On the client's timeline stands only what went wrong: that it was written, says what it is about."""
        return self.client_id if self.state in {State.FAILED, State.BOUNCED} else None

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.WRITTEN

    def write(self, values: dict[str, Any]) -> None:
        """A new text makes a new twin."""
        super().write(values)
        if "text" in values and "html" not in values:
            self.html = ""

    def facts(self, **more: Any) -> dict[str, Any]:
        return {"name": self.subject, "to": self.to_name or self.to, "person": self.created_by_id} | more

    @transition(
        source=State.WAITING, target=State.HELD, may=may_tend, when=is_at_rest, tells=events.HELD,
        label=_("Hold back"), icon="stop",
    )  # fmt: skip
    def hold(self, *, by: Any) -> dict[str, Any]:
        """Until somebody lets it go."""
        self.not_before = None
        return self.facts()

    @transition(
        source=State.HELD, target=State.WAITING, may=may_tend, tells=events.RELEASED, label=_("Send now"), icon="send",
        look="primary",
    )  # fmt: skip
    def release(self, *, by: Any) -> dict[str, Any]:
        """Let go before its time, no quiet hours hold it any more."""
        early = self.not_before is None or self.not_before > moment()
        self.at_once, self.not_before = self.at_once or early, None
        return self.facts(early=early)

    @transition(source=State.HELD, may=may_nobody, tells=events.HELD_LONGER, label=_("Hold longer"), icon="clock")
    def hold_longer(self, *, by: Any, until: datetime) -> dict[str, Any]:
        """Its time came in quiet hours."""
        self.not_before = until
        return self.facts(until=until.isoformat())

    @transition(
        source=(State.FAILED, State.BOUNCED, State.KEPT, State.CANCELLED), target=State.WAITING, may=may_tend,
        tells=events.RESENT, label=_("Send again"), icon="repeat", form=SendAgain,
        when=lambda letter: not (letter.secret and not letter.text),
    )  # fmt: skip
    def send_again(self, *, by: Any, to: str = "") -> dict[str, Any]:
        """From the beginning, to the same address or a better one. Its words must still be here."""
        self.to = to or self.to
        self.tries, self.not_before, self.trouble, self.answer = 0, None, "", ""
        self.claimed_until = self.handed_over_at = None
        return self.facts()

    @transition(
        source=(State.WAITING, State.HELD, State.FAILED), target=State.CANCELLED, may=may_tend, when=is_at_rest,
        tells=events.CANCELLED, label=_("Withdraw"), icon="close", look="danger",
    )  # fmt: skip
    def cancel(self, *, by: Any) -> dict[str, Any]:
        return self.facts()

    @transition(source=State.WAITING, target=State.SENT, may=may_nobody, tells=events.SENT, label=_("Sent"))
    def arrive(self, *, by: Any, answer: str = "") -> dict[str, Any]:
        """The server has taken it over. What was meant for one person alone is forgotten here."""
        self.sent_at, self.tries, self.answer, self.trouble = moment(), self.tries + 1, answer, ""
        if self.secret:
            self.text = self.html = ""
        return self.facts()

    @transition(source=State.WAITING, target=State.KEPT, may=may_nobody, tells=events.KEPT, label=_("Keep here"))
    def keep(self, *, by: Any) -> dict[str, Any]:
        """There is no server."""
        return self.facts()

    @transition(source=State.WAITING, may=may_nobody, tells=events.PUT_OFF, label=_("Try later"), icon="clock")
    def put_off(self, *, by: Any, until: datetime, trouble: str, answer: str) -> dict[str, Any]:
        self.tries, self.not_before, self.trouble, self.answer = self.tries + 1, until, trouble, answer
        self.claimed_until = self.handed_over_at = None
        return self.facts(trouble=trouble, answer=answer)

    @transition(source=State.WAITING, target=State.FAILED, may=may_nobody, tells=events.FAILED, label=_("Give up"))
    def fail(self, *, by: Any, trouble: str, answer: str) -> dict[str, Any]:
        self.tries, self.trouble, self.answer = self.tries + 1, trouble, answer
        return self.facts(trouble=trouble, answer=answer)

    @transition(source=State.SENT, target=State.BOUNCED, may=may_nobody, tells=events.BOUNCED, label=_("Came back"))
    def bounce(self, *, by: Any, answer: str) -> dict[str, Any]:
        self.trouble, self.answer = Trouble.BOUNCED, answer
        return self.facts(answer=answer)
