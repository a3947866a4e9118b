"""Who sees which clients and contacts."""

from typing import Any, Self

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q

from zhike.core.access.preferences import company
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.record.seeing import client_seen_by


class IsAny(Func):
    """`one = any(many)`: unlike `in (select …)` it can be looked up in an index."""

    template, arg_joiner, output_field = "%(expressions)s)", " = any(", BooleanField()


class ClientQuerySet(RecordQuerySet[Any]):
    def visible_to(self, user: Any) -> Self:
        """Owner, deputy, watchers and managers above see it; the team and everyone as far as visibility says."""
        if not getattr(user, "is_active", False):
            return self.none()
        if user.sees_all:
            return self
        default = company().client_visibility
        near = self._near(user)
        if user.team_id and default != "few":
            near |= Q(team_id=user.team_id) & ~Q(visibility="few")
        if default == "everyone":
            near |= Q(visibility__in=["", "everyone"])
        return self.filter(near)

    def _near(self, user: Any) -> Q:
        below = [*user.people_below, *user.stands_for[1:]]
        watched = apps.get_model("discussion.Watch").objects.filter(user=user, record_type="clients.client")
        return Q(owner__in=below) | Q(deputy__in=below) | Q(IsAny(F("pk"), ArraySubquery(watched.values("record_id"))))

    def mine(self, user: Any) -> Self:
        return self.filter(Q(owner=user) | Q(deputy=user))


class ContactQuerySet(RecordQuerySet[Any]):
    def visible_to(self, user: Any) -> Self:
        """Whoever sees one of the contact's clients; a contact without any is seen by who added it."""
        if not getattr(user, "is_active", False):
            return self.none()
        if user.sees_all:
            return self
        further = apps.get_model("clients.Position").objects.filter(client_seen_by(user), contact=OuterRef("pk"))
        return self.filter(client_seen_by(user) | Exists(further) | Q(client=None, created_by=user))

    def of_client(self, client: Any) -> Self:
        """Those whose main or further client it is."""
        main = self.model._base_manager.filter(client=client).values("pk")
        further = apps.get_model("clients.Position").objects.filter(client=client).values("contact")
        return self.filter(pk__in=main.union(further))
