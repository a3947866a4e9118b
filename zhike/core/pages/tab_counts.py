"""How many things stand behind the tabs of a record: one question for all of them."""

from functools import cache
from typing import Any

from django.db import connection

from zhike.core.pages.parts import parts_of, tab_of

THE_RECORD = -1  # stands in the statement for the record's number


def tab_counts(place: str, record: Any) -> dict[str, int]:
    """Tab → number of things, for the tabs of the place that say what they count."""
    names = tuple(one.name for one in parts_of(place) if one.counts)
    if not names:
        return {}
    statement, places = _question(place, names)
    with connection.cursor() as cursor:
        cursor.execute(statement, [record.pk if one == THE_RECORD else one for one in places])
        return dict(zip(names, cursor.fetchone(), strict=True))


@cache
def _question(place: str, names: tuple[str, ...]) -> tuple[str, tuple[Any, ...]]:
    tabs = [tab for name in names if (tab := tab_of(place, name)) and tab.counts]
    asked = [tab.counts(THE_RECORD).order_by().values("pk").query.sql_with_params() for tab in tabs if tab.counts]
    told = ", ".join(f"(select count(*) from ({statement}) counted)" for statement, _places in asked)
    return f"select {told}", tuple(one for _statement, places in asked for one in places)
