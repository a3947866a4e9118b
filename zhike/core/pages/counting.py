"""How many there are: exact to 10,000, then PostgreSQL's own estimate."""

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.utils.formats import number_format
from django.utils.translation import gettext

from zhike.core.base.kept import Kept

EXACT = 10_000
MINUTE = 60.0


@dataclass(frozen=True)
class Count:
    number: int
    exact: bool

    def __str__(self) -> str:
        said = number_format(self.number, force_grouping=True)
        return said if self.exact else gettext("about %(number)s") % {"number": said}


def count_of(found: QuerySet[Any]) -> Count:
    """At most two statements, whatever the number. What was too many to count is estimated once a minute."""
    counted = found.order_by().values("pk")[: EXACT + 1].count()
    if counted <= EXACT:
        return Count(counted, True)
    sql, params = found.order_by().values("pk").query.sql_with_params()
    operations: Any = connection.ops
    return Count(max(_estimate(str(operations.compose_sql(sql, params))), EXACT), False)


def _planned(sql: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"explain (format json) {sql}")
        rows = int(cursor.fetchone()[0][0]["Plan"]["Plan Rows"])
    return int(float(f"{rows:.2g}"))


_estimate = Kept(_planned, seconds=MINUTE)
