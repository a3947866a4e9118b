"""Records to choose from, in a field that links to one."""

from typing import Any

from zhike.core.search.finding import find
from zhike.core.search.hits import Hit
from zhike.core.search.recent import recent
from zhike.core.search.seeing import seen_records
from zhike.core.search.sources import Source

OFFERED = 12


def choices(source: Source, typed: str, user: Any) -> list[Hit]:
    """What is found; before anything is typed what the person opened last, filled up with the newest."""
    if typed:
        return [hit for hit in find(typed, user, [source.name], limit=OFFERED).best if not hit.archived]
    hits = recent(user, OFFERED, source.record_type)
    if len(hits) == OFFERED:
        return hits
    known = {hit.record.pk for hit in hits}
    newest = source.model._default_manager.visible_to(user).filter(archived_at=None).order_by("-pk")
    more = [pk for pk in newest.values_list("pk", flat=True)[: 2 * OFFERED] if pk not in known]
    seen = seen_records({source: more}, user)
    found = [seen[source.record_type, pk] for pk in more if (source.record_type, pk) in seen]
    return [*hits, *(Hit(record, source, "", client) for record, client in found)][:OFFERED]
