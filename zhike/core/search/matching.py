"""What was typed, as a condition on entries; and as one on the records of any list."""

from typing import Any

from django.db.models import BooleanField, Expression, F, Func, QuerySet
from django.db.models.expressions import RawSQL

from zhike.core.search.sources import sources
from zhike.core.search.tokens import Query, query

FEW = 3_000


def matching(records: QuerySet[Any], text: str) -> QuerySet[Any]:
    """Narrow the records to those in which every word of `text` is found; all of them, when it is blank.

    Asks at once for up to 3,000 of them, so that PostgreSQL plans what follows on a list that it knows: it cannot guess
    how many words begin in some way.
    """
    if not text.strip():
        return records
    asked = query(text)
    source = sources().get(records.model._meta.label_lower)
    if not (asked and source):
        return records.none()
    found = source.entries.filter(holds(asked)).values_list("record_id", flat=True)
    some = list(found[: FEW + 1])
    return records.filter(pk__in=found if len(some) > FEW else some)


def holds(asked: Query) -> Expression:
    """Whether an entry has what is asked for."""
    return Func(F("vector"), _asked(asked), arg_joiner=" @@ ", template="%(expressions)s", output_field=BooleanField())


def _asked(asked: Query) -> RawSQL:
    return RawSQL(asked.sql, asked.params)
