"""A match kept under a name: a file with the same headers takes it over."""

import hashlib
from collections.abc import Iterable
from typing import Any

from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_work
from zhike.surfaces.exchange.matching import SAVED, Match, key
from zhike.surfaces.exchange.models import Import, SavedMatch


def save_match(of: Import, name: str, *, by: Any) -> SavedMatch:
    """Keep how the columns were matched, for everyone; of two with one name the later stays. Raises Forbidden."""
    if not may_work(by):
        raise Forbidden
    kept, _new = SavedMatch.objects.update_or_create(
        resource=of.resource,
        name=name.strip()[:80],
        defaults={
            "headers": headers_of(one.column for one in of.matched),
            "fields": {key(one.column): one.field for one in of.matched},
            "key": of.key,
            "saved_by": by,
        },
    )
    return kept


def match_for(resource: str, columns: Iterable[str]) -> SavedMatch | None:
    """The one kept last for these headers, in whatever order they stand."""
    return SavedMatch.objects.filter(resource=resource, headers=headers_of(columns)).order_by("-saved_at").first()


def taken_over(kept: SavedMatch, matches: Iterable[Match], known: Iterable[str]) -> list[Match]:
    """The matches as they were kept; fields that are gone since leave their columns out."""
    known = set(known)
    fields = ((one, kept.fields.get(key(one.column), "")) for one in matches)
    return [
        Match(one.column, field if field in known else "", SAVED if field in known else "", one.sample)
        for one, field in fields
    ]


def headers_of(columns: Iterable[str]) -> str:
    """What tells one set of headers from others."""
    return hashlib.sha256("\0".join(sorted(map(key, columns))).encode()).hexdigest()
