"""A mail that came in."""

from typing import Any, ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_nobody, may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.record.seeing import client_seen_by
from zhike.core.timeline.kinds import EventKind
from zhike.core.timeline.moment import moment
from zhike.surfaces.channels import events
from zhike.surfaces.channels.automatic import Sort
from zhike.surfaces.channels.steps import PlaceForm


class State(models.TextChoices):
    TO_PLACE = "to_place", _("To place")
    PLACED = "placed", _("Placed")
    ASIDE = "aside", _("Set aside")


class Why(models.TextChoices):
    """Why nobody knows where it belongs, or why it waits for nobody."""

    UNKNOWN = "unknown", _("Nobody here has this address")
    SEVERAL = "several", _("People of several clients have this address")
    REFUTED = "refuted", _("The sender is not who it says: our mail server could not confirm it")
    COLLEAGUE = "colleague", _("From a colleague")
    LARGE = "large", _("Too large to be read in")
    UNREADABLE = "unreadable", _("It could not be read")
    MACHINE = "machine", _("Written by a machine")
    LOOP = "loop", _("Too many from this address within an hour")


def _may_be_discarded(mail: Any) -> bool:
    return mail.archived_at is None and mail.state != State.PLACED


class IncomingQuerySet(RecordQuerySet["Incoming"]):
    def visible_to(self, user: Any) -> Self:
        """Those with a client by whoever sees the client; the others by everyone who could place them."""
        if not getattr(user, "is_active", False):
            return self.none()
        if user.sees_all:
            return self
        seen = models.Q(client_seen_by(user))
        return self.filter(seen | models.Q(client=None) if may_work(user) else seen)

    def to_place(self) -> Self:
        return self.filter(state=State.TO_PLACE, archived_at=None)


class Incoming(Record):
    """`text` is the whole of it, `page` its cleaned HTML, `answers` what it answers, the nearest first.

    `left_out` are files that were not taken in: [{name, reason}]. Its files hang on its conversation, where it has one.
    """

    prefix = "IM"
    label_fields = ("subject", "sender")
    may_add = staticmethod(may_nobody)
    goes_with_the_person: ClassVar[bool] = True

    sender = models.CharField(_("from"), max_length=254, blank=True, editable=False)
    sender_name = models.CharField(max_length=120, blank=True, editable=False)
    subject = models.CharField(_("subject"), max_length=200, blank=True)
    text = models.TextField(_("text"), blank=True, editable=False)
    page = models.TextField(blank=True, editable=False)
    sent_at = models.DateTimeField(_("written"), editable=False)
    sort = models.CharField(_("kind"), max_length=9, choices=Sort, default=Sort.LETTER, editable=False)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.TO_PLACE, editable=False)
    why = models.CharField(_("why"), max_length=10, choices=Why, blank=True, editable=False)
    left_out = models.JSONField(default=list, blank=True, editable=False)
    answers = models.JSONField(default=list, blank=True, editable=False)
    message_id = models.CharField(max_length=400, unique=True, editable=False)
    client = models.ForeignKey(
        "clients.Client", models.PROTECT, null=True, editable=False, verbose_name=_("client"), related_name="+"
    )
    contact = models.ForeignKey(
        "clients.Contact", models.PROTECT, null=True, editable=False, verbose_name=_("contact"), related_name="+"
    )
    conversation = models.ForeignKey(
        "conversations.Conversation", models.PROTECT, null=True, editable=False, related_name="arrived"
    )

    objects: ClassVar[Any] = IncomingQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("mail that came in"), _("mails that came in")
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["id"], name="incoming_to_place", condition=models.Q(state="to_place")),
            models.Index(fields=["sender", "-created_at"], name="incoming_of_sender"),
        ]

    def __str__(self) -> str:
        return self.subject or self.sender or self.reference

    @property
    def timeline_client_id(self) -> int | None:
        """On the client's timeline stands the conversation that it became."""
        return None

    @property
    def who(self) -> str:
        return self.sender_name or self.sender or "–"

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.CAME

    @transition(
        source=(State.TO_PLACE, State.ASIDE), target=State.PLACED, may=may_work, tells=events.PLACED,
        when=_may_be_discarded, label=_("Place it"), icon="check", form=PlaceForm, look="primary",
    )  # fmt: skip
    def place(self, *, by: Any, client: Any, contact: Any = None, remember: bool = False) -> dict[str, Any]:
        """With this client, from this contact; `remember` adds the address to the contact's."""
        from zhike.surfaces.channels.placing import become_conversation

        become_conversation(self, client, contact, by=by)
        if contact and remember and self.sender and self.sender not in contact.emails:
            contact.amend(by=by, emails=[*contact.emails, self.sender])
        return {"name": str(self), "who": self.who, "place": str(client)}

    @transition(
        may=may_work, when=_may_be_discarded, tells=events.DISCARDED, label=_("Discard"), icon="close", look="danger"
    )
    def archive(self, *, by: Any) -> dict[str, Any]:
        """It is no client's."""
        self.archived_at = moment()
        return {"name": str(self), "who": self.who}
