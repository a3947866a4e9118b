"""One exchange with a client."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.agreements.twins.twinned import OWN, Twinned
from zhike.core.base.markdown import plain
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind
from zhike.core.timeline.moment import moment
from zhike.domains.conversations import events
from zhike.domains.conversations.engaging import note_sent_anyway
from zhike.domains.conversations.recalled import Choice, Recalled
from zhike.domains.conversations.sending import beginning, send_to_contacts, was_sent
from zhike.domains.conversations.steps import SendForm
from zhike.domains.conversations.wished import at_this_hour

__all__ = ["Choice", "Conversation", "Direction", "Kind", "Mood", "Recalled", "State"]


class Kind(models.TextChoices):
    CALL = "call", _("Call")
    MAIL = "mail", _("Mail")
    CHAT = "chat", _("Chat")
    VIDEO = "video", _("Video call")
    VISIT = "visit", _("Visit")
    NOTE = "note", pgettext_lazy("conversation", "Note")


class Direction(models.TextChoices):
    OUT = "out", _("From us")
    IN = "in", _("From the client")


class Mood(models.TextChoices):
    GOOD = "good", _("Good mood")
    CALM = "calm", _("Calm")
    TENSE = "tense", _("Tense")


class State(models.TextChoices):
    DONE = "done", _("Done")
    WAITING = "waiting", _("Waiting for us")
    ASKED = "asked", _("Waiting for them")
    ANSWERED = "answered", _("Answered")


def _may_go(conversation: Any) -> bool:
    """A mail from us that was only written down until now."""
    ours = (conversation.kind, conversation.direction) == (Kind.MAIL, Direction.OUT)
    return ours and conversation.archived_at is None and not was_sent(conversation)


def _is_ours(conversation: Any) -> bool:
    """Something that the client has from us."""
    ours = conversation.direction == Direction.OUT and conversation.kind != Kind.NOTE
    return ours and conversation.archived_at is None


class ConversationQuerySet(RecordQuerySet["Conversation"]):
    def waiting(self) -> Self:
        """Those in which the client waits for us, longest first."""
        return self.filter(state=State.WAITING, archived_at=None).order_by("happened_at", "pk")

    def asked(self) -> Self:
        """Those in which we wait for the client, longest first."""
        return self.filter(state=State.ASKED, archived_at=None).order_by("happened_at", "pk")


class Conversation(Twinned, Record):
    """`minutes` is how long it took. `text` is Markdown.

    `turns` are those of a copied chat, as `turns.kept` makes them; an edit of the text leaves them out. `thread` is the
    first of an exchange of mails, None on the first itself; `message_id` is that of a mail which came in. `unwished` is
    what of it went against the wishes of its people: see `wished`.
    """

    prefix = "CV"
    twinned: ClassVar[Any] = {OWN: ("subject", "text")}
    twin_owner = "author"
    send_now = False
    label_fields = ("subject", "text")

    client = models.ForeignKey("clients.Client", models.PROTECT, verbose_name=_("client"), related_name="conversations")
    project = models.ForeignKey(
        "projects.Project",
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("project"),
        related_name="conversations",
    )
    kind = models.CharField(_("kind"), max_length=6, choices=Kind, default=Kind.CALL)
    direction = models.CharField(_("direction"), max_length=3, choices=Direction, default=Direction.OUT)
    contacts = models.ManyToManyField(
        "clients.Contact",
        blank=True,
        verbose_name=pgettext_lazy("in a conversation", "people"),
        related_name="conversations",
    )
    subject = models.CharField(_("subject"), max_length=200, blank=True)
    text = models.TextField(_("what was said"))
    happened_at = models.DateTimeField(_("when"), default=timezone.now)
    turns = models.JSONField(default=list, blank=True, editable=False)
    minutes = models.PositiveIntegerField(_("minutes"), null=True, blank=True)
    mood = models.CharField(_("mood"), max_length=5, choices=Mood, blank=True)
    next_step = models.CharField(_("next step"), max_length=200, blank=True)
    follow_up_on = models.DateField(_("follow up on"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.DONE)
    answered_at = models.DateTimeField(null=True, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name=_("by"), related_name="+"
    )
    external_id = models.CharField(_("external ID"), max_length=80, blank=True)
    unwished = models.JSONField(default=list, blank=True, editable=False)
    thread = models.ForeignKey("self", models.PROTECT, null=True, editable=False, related_name="+")
    message_id = models.CharField(max_length=400, blank=True, editable=False)

    objects: ClassVar[Any] = ConversationQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("conversation"), _("conversations")
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["client", "-happened_at"], name="conversation_of_client"),
            models.Index(fields=["-happened_at", "-id"], name="conversation_latest"),
            models.Index(
                fields=["happened_at"],
                include=["client"],
                name="conversation_waiting",
                condition=models.Q(state="waiting", archived_at=None),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["message_id"], name="conversation_mail_once", condition=~models.Q(message_id="")
            )
        ]

    def __str__(self) -> str:
        return self.subject or beginning(plain(self.text))

    @property
    def takes_twins(self) -> bool:
        """A mail from us, until it goes."""
        return _may_go(self)

    @property
    def stands_at(self) -> datetime:
        return self.happened_at

    def write(self, values: dict[str, Any]) -> None:
        if self.pk and "turns" not in values and values.get("text", self.text) != self.text:
            values = values | {"turns": []}
        super().write(values)

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.LOGGED[self.kind, self.direction]

    @transition(
        source=State.WAITING, target=State.ANSWERED, may=may_work, tells=events.ANSWERED, label=_("Mark as answered"),
        look="primary",
    )  # fmt: skip
    def answer(self, *, by: Any, at: datetime | None = None) -> None:
        """The client has our answer; `at` is when it went, now when not given."""
        self.answered_at = at or moment()

    @transition(
        source=State.ASKED, target=State.ANSWERED, may=may_work, tells=events.HEARD, label=_("They have answered"),
        look="primary",
    )  # fmt: skip
    def hear(self, *, by: Any, at: datetime | None = None) -> None:
        """We have their answer; `at` is when it came, now when not given."""
        self.answered_at = at or moment()

    @transition(
        source=(State.WAITING, State.ASKED), target=State.DONE, may=may_work, tells=events.DISMISSED,
        label=_("No answer needed"), icon="close",
    )  # fmt: skip
    def dismiss(self, *, by: Any) -> None:
        """Nothing to answer."""

    @transition(may=may_work, when=_may_go, tells=events.SENT, label=_("Send it by mail"), icon="send", form=SendForm)
    def send(self, *, by: Any, anyway: bool = False) -> dict[str, Any]:
        """To each of the people with an address, in the hours that were agreed or that they wish, or now `anyway`."""
        letters = send_to_contacts(self, by=by, anyway=anyway)
        if anyway:
            note_sent_anyway(self, by=by)
            self.unwished = self.unwished + at_this_hour(self.contacts.all())
        return {"people": [letter.to_name for letter in letters]}

    @transition(
        source=(State.DONE, State.ANSWERED), target=State.ASKED, may=may_work, when=_is_ours, tells=events.ASKED,
        label=_("We wait for their answer"), icon="waiting",
    )  # fmt: skip
    def await_answer(self, *, by: Any) -> None:
        """The client is to answer; by when, say the rules of engagement."""
        self.answered_at = None

    @transition(
        source=(State.DONE, State.ANSWERED), target=State.WAITING, may=may_work, tells=events.REOPENED,
        label=_("Still needs an answer"), icon="waiting",
    )  # fmt: skip
    def reopen(self, *, by: Any) -> None:
        """What was answered, or needed no answer, waits again."""
        self.answered_at = None
