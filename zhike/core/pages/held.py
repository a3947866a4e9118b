"""What a record has at all of the things that parts tell: one question instead of one for each part.

Most clients have no meeting, no contract and no pain point; their pages ask once and are done.
"""

from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Model

from zhike.core.pages.parts import abouts_of
from zhike.core.resources.registry import resource_of

PLACE_OF_NUMBER = 0


def holds(record: Any, *about: str) -> bool:
    """Whether anything points to the record by one of these keys, such as "pains.PainPoint.client".

    One query for a record, for all that parts tell of its kind. Rows put away and rows that the reader may not see
    count: a no is sure, a yes only says that it is worth asking.
    """
    known: dict[str, bool] = record.__dict__.setdefault("_held", {})
    if not known.keys() >= set(about):
        resource = resource_of(record._meta.label_lower)
        told = abouts_of(resource.name) if resource else ()
        known.update(_asked(record.pk, tuple(sorted({*told, *about}))))
    return any(known[one] for one in about)


def _asked(pk: int, keys: tuple[str, ...]) -> dict[str, bool]:
    with connection.cursor() as cursor:
        cursor.execute(_question(keys), [pk] * len(keys))
        return dict(zip(keys, cursor.fetchone(), strict=True))


@cache
def _question(keys: tuple[str, ...]) -> str:
    return f"select {', '.join(f'exists({_rows(key)})' for key in keys)}"


def _rows(key: str) -> str:
    """The statement of the rows that point there, with a place for the number of the record."""
    app, model, path = key.split(".")
    kind: type[Model] = apps.get_model(app, model)
    pointing = kind._base_manager.filter(**{path: PLACE_OF_NUMBER}).order_by().values_list("pk")
    statement, places = pointing.query.sql_with_params()
    if tuple(places) != (PLACE_OF_NUMBER,):
        raise ValueError(f"{key!r} is not a key to a record")
    return str(statement)
