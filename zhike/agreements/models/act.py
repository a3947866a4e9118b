"""One step in the life of an entry: who said it, who wrote it down, how, and from when it holds."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import connection, models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.agreements import chain
from zhike.agreements.choices import How, State, Verb
from zhike.core.timeline.moment import moment

CHAIN_LOCK = 7_251  # first key of the advisory lock which lets one act at a time into a client's chain
SEALED = (
    "entry_id", "verb", "state", "effective_on", "recorded_at", "recorded_by_id", "person_id", "contact_id", "how",
    "words", "reason", "facts",
)  # fmt: skip


class ActQuerySet(models.QuerySet["Act"]):
    def enter(
        self, entry: Any, verb: str, state: str, *, by: Any, effective_on: date, sealed: dict[str, Any] | None = None,
        **values: Any,
    ) -> "Act":  # fmt: skip
        """Add one, linked to the last of the client's. `values`: contact, person, how, words, reason, facts."""
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(%s, %s)", [CHAIN_LOCK, entry.client_id % 2**31])
        last = self.filter(client=entry.client_id).order_by("-number").first()
        act = Act(
            entry_id=entry.pk, client_id=entry.client_id, number=last.number + 1 if last else 1, verb=verb,
            state=state, effective_on=effective_on, recorded_at=moment(), recorded_by=by,
            previous=last.hash if last else chain.START, **values,
        )  # fmt: skip
        act.seals = chain.seal(act.sealed_values() | {f"entry.{name}": one for name, one in (sealed or {}).items()})
        act.hash = chain.link(act.previous, act.seals)
        act.save(force_insert=True)
        return act

    def chained(self, client: int) -> Any:
        return self.filter(client=client).order_by("number")


class Act(models.Model):
    """`contact` is whose word it is on the client's side, `person` on ours; `recorded_by` wrote it down. Where they
    differ it was noted on somebody's behalf. Append-only: a trigger refuses all else.
    """

    stays_when_merged: ClassVar[bool] = True

    entry = models.ForeignKey("agreements.Entry", models.PROTECT, related_name="acts", db_index=False)
    client = models.ForeignKey("clients.Client", models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveIntegerField()
    verb = models.CharField(_("step"), max_length=12, choices=Verb)
    state = models.CharField(_("state"), max_length=10, choices=State)
    effective_on = models.DateField(_("holds from"))
    recorded_at = models.DateTimeField(_("written down"))
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False)
    contact = models.ForeignKey("clients.Contact", models.PROTECT, null=True, related_name="+", db_index=False)
    how = models.CharField(_("by which way"), max_length=10, choices=How, blank=True)
    words = models.TextField(_("in their words"), blank=True)
    reason = models.TextField(_("why"), blank=True)
    facts = models.JSONField(default=dict)
    seals = models.JSONField(default=dict)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    objects: ClassVar[Any] = ActQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["entry", "-id"], name="act_of_entry")]
        constraints = [models.UniqueConstraint(fields=["client", "number"], name="act_in_chain")]

    def __str__(self) -> str:
        return f"{self.verb} {self.entry_id}"

    @property
    def own_word(self) -> bool:
        """Whether whose word it is gave it without one of us in between."""
        return self.how in (How.LINK, How.SIGNATURE)

    @property
    def differs_in_time(self) -> bool:
        """Whether it holds from another day than the one on which it was written down."""
        return self.effective_on != timezone.localdate(self.recorded_at)

    def sealed_values(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in SEALED}

    def was_redacted(self, names: Iterable[str]) -> None:
        """A person was erased from these values: their seals lose the salt, and the chain holds."""
        Act.objects.filter(pk=self.pk).update(seals=chain.unsalted(self.seals, set(names)))

    if TYPE_CHECKING:
        entry_id: int
        client_id: int
        recorded_by_id: int
        person_id: int | None
        contact_id: int | None
