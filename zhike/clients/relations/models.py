"""One client and another."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.clients.relations.kinds import ALIKE_BOTH_WAYS, Kind, reading
from zhike.clients.sourced import Sourced
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.record.seeing import client_seen_by


class RelationQuerySet(RecordQuerySet["Relation"]):
    def visible_to(self, user: Any) -> Self:
        """Whoever sees both clients: a relation names both."""
        if not getattr(user, "is_active", False):
            return self.none()
        if user.sees_all:
            return self
        return self.filter(client_seen_by(user), client_seen_by(user, "other_id"))

    def of_client(self, client: Any) -> Self:
        """Whichever end it stands at."""
        return self.filter(Q(client=client) | Q(other=client))

    def same_as(self, client: Any, other: Any, kind: str) -> Self:
        """Those which say the same of the two, in either direction where the kind has but one."""
        found = Q(client=client, other=other)
        if kind in ALIKE_BOTH_WAYS:
            found |= Q(client=other, other=client)
        return self.standing().filter(found, kind=kind)


class Relation(Sourced, Record):
    """`kind` is read from `client` to `other`."""

    prefix = "RL"
    label_fields = ("kind", "client_id", "other_id")

    client = models.ForeignKey("clients.Client", models.PROTECT, verbose_name=_("client"), related_name="relations")
    kind = models.CharField(_("is"), max_length=12, choices=Kind)
    other = models.ForeignKey("clients.Client", models.PROTECT, verbose_name=_("other client"), related_name="related")
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)

    objects: ClassVar[Any] = RelationQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("relation"), _("relations")
        constraints = [
            models.CheckConstraint(condition=~Q(client=F("other")), name="relation_to_another"),
            models.UniqueConstraint(
                fields=["client", "other", "kind"], name="one_relation_of_a_kind", condition=Q(archived_at=None)
            ),
        ]

    def __str__(self) -> str:
        told = {"client": self.client, "reading": reading(self.kind), "other": self.other}
        return gettext("%(client)s, %(reading)s %(other)s") % told

    def seen_from(self, client: Any) -> tuple[str, Any]:
        """The words and the other client, read from this one's side."""
        backwards = self.client_id != client.pk
        return reading(self.kind, backwards=backwards), self.client if backwards else self.other
