"""A segment, and the stays of clients in it."""

from collections.abc import Iterable
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.models import Client
from zhike.clients.rules.column import RuleColumn
from zhike.clients.segments import events
from zhike.clients.segments.moving import Moves
from zhike.clients.segments.picking import DropForm, PickForm
from zhike.clients.segments.policies import may_tend
from zhike.clients.segments.telling import tell_moves
from zhike.clients.segments.why import why_hand
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.record.constraints import HasText
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.moment import moment


class Visibility(models.TextChoices):
    EVERYONE = "everyone", _("Everyone on staff")
    TEAM = "team", _("The owner’s team")
    OWN = "own", _("The owner alone")


def _by_hand(segment: Any) -> bool:
    return segment.rule is None and segment.archived_at is None


def _holds_some(segment: Any) -> bool:
    return _by_hand(segment) and segment.memberships.present().exists()


class SegmentQuerySet(RecordQuerySet["Segment"]):
    def visible_to(self, user: Any) -> Self:
        """Everyone's, one's own, one's team's. Which of its clients one sees is another matter."""
        if not getattr(user, "is_active", False):
            return self.none()
        if user.sees_all:
            return self
        seen = models.Q(visibility=Visibility.EVERYONE) | models.Q(owner=user)
        if user.team_id:
            seen |= models.Q(visibility=Visibility.TEAM, owner__team=user.team_id)
        return self.filter(seen)

    def by_rule(self) -> Self:
        return self.standing().filter(rule__isnull=False)

    def picked(self) -> Self:
        """Those whose members are chosen by hand."""
        return self.standing().filter(rule__isnull=True)


class Segment(Record):
    """`rule` is a rule's JSON; None when the members are picked by hand. `filled_at` is when it was last worked out
    over all clients, `swept_on` the company's day for which that holds."""

    prefix = "SE"
    may_add = staticmethod(may_work)
    may_amend = staticmethod(may_tend)

    name = models.CharField(_("name"), max_length=80)
    description = models.CharField(_("description"), max_length=300, blank=True)
    rule = RuleColumn(pgettext_lazy("of a segment", "rule"), null=True, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name=_("owner"), related_name="+"
    )
    visibility = models.CharField(_("seen by"), max_length=10, choices=Visibility, default=Visibility.EVERYONE)
    filled_at = models.DateTimeField(_("worked out"), null=True, editable=False)
    swept_on = models.DateField(null=True, editable=False)

    objects: ClassVar[Any] = SegmentQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("segment"), _("segments")
        constraints = [HasText(condition=~models.Q(name=""), name="segment_has_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def told_to_all(self) -> bool:
        """Whether its moves stand on the timelines of clients: what a few keep for themselves does not."""
        return self.visibility == Visibility.EVERYONE

    @transition(
        may=may_tend, when=_by_hand, tells=events.PICKED, label=_("Put clients in…"), icon="plus", form=PickForm,
        look="primary",
    )  # fmt: skip
    def pick(self, *, by: Any, clients: Iterable[Client]) -> dict[str, Any]:
        """Put clients into a segment that is picked by hand; those who are in it stay."""
        there = self.memberships.present().values_list("client_id", flat=True)
        new = sorted({client.pk for client in clients} - set(there))
        why = why_hand(by)
        Membership.objects.bulk_create(
            Membership(segment=self, client_id=client, entered_at=moment(), entered_why=why) for client in new
        )
        tell_moves(self, Moves(entered=new), why, by=by)
        return {"name": self.name, "count": len(new)}

    @transition(
        may=may_tend, when=_holds_some, tells=events.DROPPED, label=_("Take clients out…"), icon="out", form=DropForm
    )
    def drop(self, *, by: Any, clients: Iterable[Client]) -> dict[str, Any]:
        """Take clients out of a segment that is picked by hand."""
        stays = self.memberships.present().filter(client__in=clients)
        gone = sorted(stays.values_list("client_id", flat=True))
        why = why_hand(by)
        stays.update(left_at=moment(), left_why=why)
        tell_moves(self, Moves(left=gone), why, by=by)
        return {"name": self.name, "count": len(gone)}


class MembershipQuerySet(models.QuerySet["Membership"]):
    def present(self) -> Self:
        return self.filter(left_at=None)

    def visible_to(self, user: Any) -> Self:
        """Those of segments and clients that the person sees."""
        if getattr(user, "sees_all", False) and user.is_active:
            return self
        clients, segments = Client.objects.visible_to(user), Segment.objects.visible_to(user)
        return self.filter(client__in=clients, segment__in=segments)


class Membership(models.Model):
    """One stay. `entered_why` and `left_why` are what `why` writes: {cause, fields, event, by}."""

    segment = models.ForeignKey(Segment, models.CASCADE, related_name="memberships")
    client = models.ForeignKey("clients.Client", models.CASCADE, related_name="memberships")
    entered_at = models.DateTimeField()
    entered_why = models.JSONField(default=dict)
    left_at = models.DateTimeField(null=True)
    left_why = models.JSONField(default=dict)

    objects: ClassVar[Any] = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["segment", "client"], name="one_stay_in_a_segment", condition=models.Q(left_at=None)
            )
        ]
        indexes = [
            models.Index(fields=["segment", "-entered_at"], name="membership_entered"),
            models.Index(
                fields=["segment", "-left_at"], name="membership_left", condition=models.Q(left_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.client_id} in {self.segment_id}"
