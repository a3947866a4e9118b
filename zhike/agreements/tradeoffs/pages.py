"""The page of a trade-off: what is asked, what bounds it, and the ways side by side."""

from typing import Any

from zhike.agreements.tradeoffs.choices import State
from zhike.agreements.tradeoffs.events import WROTE
from zhike.core.pages.detail import DetailPage

ON_THE_PAGE = ("change_way", "strike_way")  # beside each way


class TradeoffPage(DetailPage):
    untold = (WROTE.name,)
    template = "tradeoffs/detail.html"

    def context(self, record: Any) -> dict[str, Any]:
        """`before`: what was sent, but for what stands before them now."""
        sheets = list(record.sheets.all())
        writes = record.state == State.DRAFT and type(record).add_way.step.offered_to(self.request.user, record)
        told = {"ways": list(record.ways.all()), "writes": writes, "edition": sheets[0].number if sheets else 0}
        return super().context(record) | told | {"before": sheets if record.state == State.DRAFT else sheets[1:]}

    def steps(self, record: Any) -> list[Any]:
        return [one for one in super().steps(record) if one["step"].name not in ON_THE_PAGE]
