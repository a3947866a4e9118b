"""All rows of all tables, to compare how things stood."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps

# What only ever grows, and what is derived from the rest.
HISTORY = {
    "timeline.event",
    "timeline.undelivered",
    "timeline.delivery",
    "merging.merge",
    "merging.move",
    "merging.kept",
}
DERIVED = {"search.searchentry", "search.textentry", "notify.notification"}
Rows = dict[str, dict[Any, dict[str, Any]]]


def everything(but: Iterable[str] = ()) -> Rows:
    """By table, by number: each row without its version, which counts how often it was written."""
    found: Rows = {}
    for model in apps.get_models(include_auto_created=True):
        label = model._meta.label_lower
        if model.__module__.startswith("zhike.") and model._meta.managed and label not in HISTORY | DERIVED | set(but):
            rows = model._base_manager.values()
            found[label] = {_key(row, model): {k: v for k, v in row.items() if k != "version"} for row in rows}
    found["duplicates.matchkey"] = {(*list(row.values())[1:],): {} for row in found["duplicates.matchkey"].values()}
    found["duplicates.pair"] = {}
    return found


def _key(row: dict[str, Any], model: Any) -> Any:
    return row[model._meta.pk.attname]
