"""What is done about duplicates by the clock."""

from django.apps import apps
from django.db.models import Exists, OuterRef
from procrastinate.contrib.django import app

from zhike.clients.duplicates.keeping import CHUNK, refresh
from zhike.clients.duplicates.keys import READ
from zhike.clients.duplicates.models import MatchKey
from zhike.clients.duplicates.pairing import find_pairs


@app.periodic(cron="23 2 * * *")
@app.task(name="duplicates.find_what_was_missed")
def find_what_was_missed(timestamp: int = 0) -> None:
    """After an upgrade or a restore, and whatever else came by without an event; each night, all pairs anew."""
    for record_type in READ:
        while ids := _without_keys(record_type):
            refresh(record_type, ids)
            if set(_without_keys(record_type)) >= set(ids):  # nothing in them to tell them by
                break
        find_pairs(record_type)


def _without_keys(record_type: str) -> list[int]:
    known = MatchKey.objects.filter(record_type=record_type, record_id=OuterRef("pk"))
    records = apps.get_model(record_type)._base_manager.filter(~Exists(known), archived_at=None)
    return list(records.order_by("pk").values_list("pk", flat=True)[:CHUNK])
