"""The first few of a list, and how many there are in all: what a heading on My day counts."""

from typing import Any

from django.db.models import Count, QuerySet, Window


def first_and_all(found: QuerySet[Any], most: int) -> tuple[list[Any], int]:
    """At most `most` rows, and the number of all; one query."""
    rows = list(found.annotate(in_all=Window(Count("*")))[:most])
    return rows, rows[0].in_all if rows else 0
