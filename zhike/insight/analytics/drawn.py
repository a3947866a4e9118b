"""A picture as one person sees it: its table, from which the browser draws the chart."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext

from zhike.core.access.bulk import may_export
from zhike.core.access.preferences import company
from zhike.insight.analytics.asked import Asked
from zhike.insight.analytics.registry import Columns, Picture, Unit, Value


@dataclass(frozen=True)
class Cell:
    """`words` is the number as people read it, `plain` as programs do; both empty for nothing."""

    value: Value
    words: str
    plain: str


@dataclass(frozen=True)
class Line:
    bucket: str
    cells: list[Cell]


class Drawn:
    """`series` are those that have a value anywhere, else all."""

    def __init__(self, picture: Picture, asked: Asked) -> None:
        self.picture, self.asked = picture, asked

    @cached_property
    def values(self) -> list[Value]:
        return list(self.picture.values(self.asked))

    @cached_property
    def series(self) -> dict[str, str]:
        """Their names with how they look."""
        every = {one.series: one.signal for one in self.values}
        shown = {one.series for one in self.values if one.number}
        return {name: signal for name, signal in every.items() if name in shown or not shown}

    @property
    def takes_out(self) -> bool:
        """Whether the reader may have it as a file."""
        return may_export(self.asked.user)

    @property
    def is_empty(self) -> bool:
        return not any(one.number for one in self.values)

    @cached_property
    def lines(self) -> list[Line]:
        """A line ends where its first series comes again: two buckets may have one name."""
        found: list[tuple[str, dict[str, Cell]]] = []
        for one in self.values:
            if not found or one.series in found[-1][1]:
                found.append((one.bucket, {}))
            found[-1][1][one.series] = self._cell(one)
        return [Line(bucket, [cells[name] for name in self.series]) for bucket, cells in found]

    @property
    def more(self) -> dict[str, Any] | None:
        return self.picture.more(self.asked) if self.picture.more else None

    @cached_property
    def filed(self) -> Columns:
        """What its file has besides."""
        return list(self.picture.filed(self.asked)) if self.picture.filed else []

    @cached_property
    def target(self) -> int | None:
        return self.picture.target() if self.picture.target else None

    @property
    def unit_words(self) -> str:
        """What stands behind the numbers of the chart."""
        units = {Unit.HOURS: gettext("h"), Unit.MONEY: company().currency}
        return units.get(self.picture.unit, "")

    def _cell(self, value: Value) -> Cell:
        if value.number is None:
            return Cell(value, "", "")
        number = round(value.number, 1) if isinstance(value.number, float) else value.number
        return Cell(value, self._words(number), f"{number:.2f}" if isinstance(number, Decimal) else str(number))

    def _words(self, number: Any) -> str:
        if self.picture.unit == Unit.MONEY:
            return str(self.asked.reader.money(Decimal(number), company().currency))
        return number_format(number, 1 if isinstance(number, float) else None, force_grouping=True)
