"""Which entries a person may find: asked of the database before anything is ranked or counted."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.apps import apps
from django.db.models import Q, Value

from zhike.core.record.seeing import client_seen_by
from zhike.core.search.reading import clients_of
from zhike.core.search.sources import Source


def seen_by(user: Any, chosen: Iterable[Source]) -> Q:
    """Entries that the person may see, through the client or because they concern that person.

    Of `chosen` kinds with a rule of their own it lets pass all without a client: ask `confirmed` about those.
    """
    if user.sees_all:
        return Q(Value(True))
    by_rule = Q(record_type__in=[source.record_type for source in chosen if not source.through_client])
    mine = Q(person=user) & (Q(client=None) | by_rule)
    return client_seen_by(user) | mine | (Q(client=None) & by_rule)


def confirmed(source: Source, ids: Collection[int], user: Any) -> set[int]:
    """Those of `ids` that the kind's own rule lets the person see."""
    return set(source.model._default_manager.visible_to(user).filter(pk__in=ids).values_list("pk", flat=True))


def seen_records(wanted: Mapping[Source, Collection[int]], user: Any) -> dict[tuple[str, int], tuple[Any, Any]]:
    """The records that the person sees now, by (type, id), each with the client (or None) it is seen through.

    One statement a kind (two where it stands at several clients or has a rule), and one for the clients.
    """
    found: list[tuple[Source, Any]] = []
    for source, ids in wanted.items():
        some = ids if source.through_client else confirmed(source, ids, user)
        found += ((source, record) for record in source.records().filter(pk__in=some))
    clients = _clients({one for source, record in found for one in clients_of(record, source.text) if one}, user)
    seen: dict[tuple[str, int], tuple[Any, Any]] = {}
    for source, record in found:
        client = next((clients[one] for one in clients_of(record, source.text) if one in clients), None)
        if client or not source.through_client or _homeless(record, source, user):
            seen[source.record_type, record.pk] = record, client
    return seen


def _clients(ids: Collection[int], user: Any) -> dict[int, Any]:
    if not ids:
        return {}
    return {one.pk: one for one in apps.get_model("clients.Client").objects.visible_to(user).filter(pk__in=ids)}


def _homeless(record: Any, source: Source, user: Any) -> bool:
    return clients_of(record, source.text) == [None] and (user.sees_all or record.created_by_id == user.pk)
