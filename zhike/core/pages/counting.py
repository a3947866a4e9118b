"""How many there are: exact to 10,000, then PostgreSQL's own estimate."""

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.utils.formats import number_format
from django.utils.translation import gettext

EXACT = 10_000


@dataclass(frozen=True)
class Count:
    number: int
    exact: bool

    def __str__(self) -> str:
        said = number_format(self.number, force_grouping=True)
        return said if self.exact else gettext("about %(number)s") % {"number": said}


def count_of(found: QuerySet[Any]) -> Count:
    """At most two statements, whatever the number."""
    counted = found.order_by().values("pk")[: EXACT + 1].count()
    return Count(counted, True) if counted <= EXACT else Count(max(_estimate(found), EXACT), False)


def _estimate(found: QuerySet[Any]) -> int:
    sql, params = found.order_by().values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"explain (format json) {sql}", params)
        rows = int(cursor.fetchone()[0][0]["Plan"]["Plan Rows"])
    return int(float(f"{rows:.2g}"))
