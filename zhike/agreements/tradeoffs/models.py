"""A trade-off, and what becomes of it."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Max, Q
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import How
from zhike.agreements.tradeoffs import events
from zhike.agreements.tradeoffs.choices import State
from zhike.agreements.tradeoffs.deciding import note_choice
from zhike.agreements.tradeoffs.steps import (
    ChangeWayForm,
    ChooseForm,
    NoneForm,
    ReasonForm,
    SendForm,
    StrikeForm,
    WayForm,
)
from zhike.agreements.tradeoffs.ways import SAID, TOLD, Sheet, Way
from zhike.agreements.twins.noting import Word
from zhike.agreements.twins.spoken import spoken
from zhike.agreements.twins.twinned import OWN, Twinned
from zhike.core.lifecycle.errors import WrongState
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.links.models import Link
from zhike.core.mail.writing import write
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind
from zhike.core.timeline.moment import moment

PURPOSE = "tradeoffs.choose"
AS_SENT = ("client_id", "contact_id", "title", "wish", "because", "constraint_id")


def stands(tradeoff: Any) -> bool:
    return tradeoff.archived_at is None


def _has_ways(tradeoff: Any) -> bool:
    return stands(tradeoff) and tradeoff.ways.exists()


class Tradeoff(Twinned, Record):
    """`wish` is what they ask for, in their words; `because` what speaks against it; `constraint` what bounds it, in
    the ledger. `contact` chooses, `owner` looks after it. What is in `AS_SENT` and the ways change only in a draft.
    """

    prefix = "TO"
    label_fields = ("title",)
    twinned: ClassVar[Any] = {OWN: ("title", "wish", "because"), "ways": TOLD}

    client = models.ForeignKey("clients.Client", models.PROTECT, verbose_name=_("client"), related_name="tradeoffs")
    contact = models.ForeignKey(
        "clients.Contact", models.PROTECT, verbose_name=_("who chooses"), related_name="tradeoffs"
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("looked after by"), related_name="+"
    )
    title = models.CharField(_("what is to be settled"), max_length=200)
    wish = models.TextField(_("what they ask for"), blank=True)
    because = models.TextField(_("what speaks against it"))
    constraint = models.ForeignKey(
        "agreements.Entry", models.PROTECT, null=True, blank=True, verbose_name=_("what bounds it"), related_name="+"
    )
    source_text = models.CharField(_("where it was said"), max_length=200, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.DRAFT, editable=False)
    sent_at = models.DateTimeField(_("sent"), null=True, editable=False)
    chosen = models.ForeignKey("tradeoffs.Way", models.PROTECT, null=True, editable=False, related_name="+")
    decision = models.ForeignKey("agreements.Entry", models.PROTECT, null=True, editable=False, related_name="+")
    words = models.TextField(_("in their words"), blank=True, editable=False)

    objects: ClassVar[Any] = RecordQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("trade-off"), _("trade-offs")
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=State.CHOSEN) | Q(chosen__isnull=False, decision__isnull=False),
                name="tradeoff_chosen",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_archivable(self) -> bool:
        """What is before them is taken back first."""
        return self.state != State.SENT

    @property
    def takes_twins(self) -> bool:
        """As all that they read, only in the draft."""
        return stands(self) and self.state == State.DRAFT

    def write(self, values: dict[str, Any]) -> None:
        before = {name: getattr(self, name) for name in AS_SENT}
        super().write(values)
        if self.pk and self.state != State.DRAFT and any(getattr(self, name) != was for name, was in before.items()):
            raise WrongState(self.get_state_display())

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.BEGUN

    @transition(
        source=State.DRAFT, may=may_work, when=stands, tells=events.WROTE, label=_("Add a way"), icon="plus",
        form=WayForm,
    )  # fmt: skip
    def add_way(self, *, by: Any, **said: Any) -> dict[str, Any]:
        """`said`: title, scope, on, amount, currency, waived, consequences. It comes last."""
        last = self.ways.aggregate(last=Max("position"))["last"] or 0
        way = Way.objects.create(tradeoff=self, position=last + 1, **said)
        return {"name": str(self), "text": str(way)}

    @transition(
        source=State.DRAFT, may=may_work, when=_has_ways, tells=events.WROTE, label=_("Change a way"), icon="edit",
        form=ChangeWayForm,
    )  # fmt: skip
    def change_way(self, *, by: Any, way: Way, **said: Any) -> dict[str, Any]:
        """`said` as in `add_way`; what is left out is empty."""
        for name in SAID:
            setattr(way, name, said.get(name, Way._meta.get_field(name).get_default()))  # type: ignore[union-attr]
        way.save()
        return {"name": str(self), "text": str(way)}

    @transition(
        source=State.DRAFT, may=may_work, when=_has_ways, tells=events.WROTE, label=_("Strike a way"), icon="close",
        form=StrikeForm,
    )  # fmt: skip
    def strike_way(self, *, by: Any, way: Way) -> dict[str, Any]:
        text = str(way)
        way.delete()
        return {"name": str(self), "text": text}

    @transition(
        source=State.DRAFT, target=State.SENT, may=may_work, when=_has_ways, tells=events.SENT,
        label=_("Send to choose"), icon="send", form=SendForm, look="primary",
    )  # fmt: skip
    def send(
        self, *, by: Any, note: str = "", note_twin: str = "", note_prevails: str = "", mail: bool = False,
        anyway: bool = False,
    ) -> dict[str, Any]:  # fmt: skip
        """The next edition. Whoever chooses gets a link; a program is told its address as `secret`, once. By `mail` it
        goes in their hours, or now `anyway`. Raises NoAddress.
        """
        self.sent_at = moment()
        number = self.sheets.count() + 1
        told = spoken(self)
        said = [one.said() | {"wordings": told.of(one).as_written()} for one in self.ways.all()]
        Sheet.objects.create(tradeoff=self, number=number, ways=said, sent_at=self.sent_at)
        _link, self.secret = Link.objects.issue(PURPOSE, self, by=by, for_contact=self.contact)
        if mail:
            words = {"tradeoff": told, "link": self.secret, "contact": self.contact, "by": by}
            words["note"] = Word(note, note_twin, note_prevails)
            write(
                by=by, to=self.contact, about=self, template="tradeoffs/mail", context=words, secret=True,
                at_once=anyway,
            )  # fmt: skip
        return {"name": str(self), "who": self.contact.name}

    @transition(
        source=(State.SENT, State.REFUSED), target=State.DRAFT, may=may_work, when=stands, tells=events.TAKEN_BACK,
        label=_("Change it"), icon="copy", form=ReasonForm,
    )  # fmt: skip
    def revise(self, *, by: Any, reason: str) -> dict[str, Any]:
        self.words = ""
        for link in Link.objects.on(self).filter(purpose=PURPOSE, revoked_at=None):
            link.revoke(by=by)
        return {"name": str(self), "reason": reason}

    @transition(
        source=State.SENT, target=State.CHOSEN, may=may_work, when=stands, tells=events.CHOSEN, label=_("They chose"),
        icon="promise", form=ChooseForm,
    )  # fmt: skip
    def choose(self, *, by: Any, way: Way, contact: Any, how: str, words: str = "") -> dict[str, Any]:
        """A decision of theirs, confirmed by the way in which it came."""
        self.chosen, self.words = way, words
        self.decision = note_choice(self, way, by=by, contact=contact, how=how, words=words)
        return {"name": str(self), "text": str(way), "who": contact.name, **self._hears(how)}

    @transition(
        source=State.SENT, target=State.REFUSED, may=may_work, when=stands, tells=events.REFUSED,
        label=_("They want none of these"), icon="stop", form=NoneForm,
    )  # fmt: skip
    def refuse(self, *, by: Any, words: str, contact: Any = None, how: str = "") -> dict[str, Any]:
        self.words = words
        return {"name": str(self), "who": (contact or self.contact).name, "words": words, **self._hears(how)}

    def _hears(self, how: str) -> dict[str, Any]:
        return {"people": [self.owner_id]} if how == How.LINK else {}

    if TYPE_CHECKING:
        ways: Any
        sheets: Any
        secret: str
        client_id: int
        contact_id: int
        owner_id: int
