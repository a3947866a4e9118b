"""Which pictures there are."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import TextChoices
from django.utils.functional import Promise

from zhike.core.access.areas import area_is_on

if TYPE_CHECKING:
    from zhike.insight.analytics.asked import Asked


@dataclass(frozen=True)
class Value:
    """One number: `url` is the list whose count, sum or median it is. `number` is None where there is nothing to count.

    `signal` is how its series looks where that says something: good, watch, bad.
    """

    bucket: str
    series: str
    number: int | float | Decimal | None
    url: str
    signal: str = ""


class Unit(TextChoices):
    COUNT = "count"
    HOURS = "hours"
    MONEY = "money"


Columns = Iterable[tuple[str, Mapping[str, int | float | Decimal]]]
Values = Callable[["Asked"], Iterable[Value]]


@dataclass(frozen=True)
class Picture:
    """`values(asked)` come in the order of their buckets; `along` says what a bucket is. `stacked` where the series of
    a bucket add up. `area` is the one without which it says nothing. One that is not `dated` is as of today, whatever
    stretch is asked for. `more(asked)` is what its own page shows beside it, by the template
    `analytics/more_<name>.html`; `filed(asked)` the columns that its file has besides: a head, and a number by bucket.
    """

    name: str
    label: str | Promise
    text: str | Promise
    along: str | Promise
    values: Values
    unit: Unit
    stacked: bool
    area: str
    target: Callable[[], int] | None
    dated: bool
    more: Callable[["Asked"], dict[str, Any]] | None = None
    filed: Callable[["Asked"], Columns] | None = None


_pictures: dict[str, Picture] = {}


def picture(
    name: str,
    *,
    label: str | Promise,
    text: str | Promise,
    along: str | Promise,
    unit: Unit = Unit.COUNT,
    stacked: bool = True,
    area: str = "",
    target: Callable[[], int] | None = None,
    dated: bool = True,
    more: Callable[["Asked"], dict[str, Any]] | None = None,
    filed: Callable[["Asked"], Columns] | None = None,
) -> Callable[[Values], Values]:
    """Declare what the function gives as a picture."""

    def declare(values: Values) -> Values:
        if name in _pictures:
            raise ValueError(f"the picture {name!r} is declared twice")
        _pictures[name] = Picture(name, label, text, along, values, unit, stacked, area, target, dated, more, filed)
        return values

    return declare


def every() -> list[Picture]:
    return list(_pictures.values())


def pictures() -> dict[str, Picture]:
    """By name, in their order; without those of areas that are switched off."""
    return {name: one for name, one in _pictures.items() if not one.area or area_is_on(one.area)}
