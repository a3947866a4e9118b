"""Records merged into another: they keep their history, and stand behind the one that goes on.

A model whose records can be merged has a foreign key `merged_into` to itself. It always names the one that stands:
whoever is merged takes those merged into it along. A table whose rows stay where they are when a record is merged says
`stays_when_merged = True`.
"""

from typing import Any

from django.db import models


def merges(model: type[models.Model]) -> bool:
    """Whether records of this kind can be merged."""
    return hasattr(model, "merged_into")


def family(record: Any) -> list[int]:
    """The record and those merged into it, by number."""
    if not merges(type(record)):
        return [record.pk]
    merged = type(record)._base_manager.filter(merged_into=record).order_by("pk")
    return [record.pk, *merged.values_list("pk", flat=True)]
