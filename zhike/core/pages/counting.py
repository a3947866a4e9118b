"""How many there are: exact to 10,000, then PostgreSQL's own estimate."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
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
    """At most two statements, whatever the number. What was too many to count is estimated, and once a minute."""
    try:
        sql, params = found.order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:  # nothing can fit
        return Count(0, True)
    operations: Any = connection.ops
    asked = str(operations.compose_sql(sql, params))
    if not _estimate.knows(asked) and (counted := _counted(asked)) <= EXACT:
        return Count(counted, True)
    return Count(max(_estimate(asked), EXACT), False)


def _counted(sql: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"select count(*) from ({sql} limit {EXACT + 1}) found")
        return int(cursor.fetchone()[0])


def _planned(sql: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"explain (format json) {sql}")
        rows = int(cursor.fetchone()[0][0]["Plan"]["Plan Rows"])
    return int(float(f"{rows:.2g}"))


_estimate = Kept(_planned, seconds=MINUTE)
