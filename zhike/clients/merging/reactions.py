"""What follows from a merge: the index knows who stands where, stragglers follow, keys and pairs are found anew."""

from typing import Any

from django.apps import apps

from zhike.clients.duplicates.keeping import refresh as refresh_keys
from zhike.clients.duplicates.pairing import find_pairs
from zhike.clients.follow_ups import refresh_follow_ups
from zhike.clients.merging.events import CAME_BACK, MERGED, MERGED_AWAY, UNMERGED
from zhike.clients.merging.models import Merge
from zhike.clients.merging.moving import move_all
from zhike.clients.models import Position
from zhike.core.search.entries import refresh as refresh_index
from zhike.core.search.sources import sources
from zhike.core.timeline.reactions import Batch, reaction

CHUNK = 500


@reaction(MERGED)
def bring_stragglers(events: Batch) -> None:
    """What someone was adding to the loser while it was being merged goes to the winner as well."""
    for merge in Merge.objects.standing().filter(pk__in=[event.fact("merge") for event in events]):
        move_all(merge, merge.record(merge.other_id), merge.record(merge.record_id))


@reaction(MERGED, UNMERGED)
def index_what_moved(events: Batch) -> None:
    for merge in Merge.objects.filter(pk__in=[event.fact("merge") for event in events]):
        for move in merge.moves.all():
            _index(move.table, move.pks)


@reaction(MERGED, MERGED_AWAY, UNMERGED, CAME_BACK)
def find_their_pairs_anew(events: Batch) -> None:
    for record_type in {event.record_type for event in events}:
        ids = {event.record_id for event in events if event.record_type == record_type}
        refresh_keys(record_type, ids)
        find_pairs(record_type, ids)


@reaction(MERGED, MERGED_AWAY, UNMERGED, CAME_BACK)
def follow_up_both(events: Batch) -> None:
    refresh_follow_ups({event.record_id for event in events if event.record_type == "clients.client"})


def _index(table: str, pks: list[Any]) -> None:
    if table == Position._meta.label_lower:  # a contact is found at each of its clients
        table, pks = "clients.contact", list(Position.objects.filter(pk__in=pks).values_list("contact", flat=True))
    if source := sources().get(apps.get_model(table)._meta.label_lower):
        for start in range(0, len(pks), CHUNK):
            refresh_index(source, pks[start : start + CHUNK])
