"""The page of a trade-off: what is asked, what bounds it, and the ways side by side."""

from typing import Any

from zhike.agreements.tradeoffs.events import WROTE
from zhike.core.pages.detail import DetailPage


class TradeoffPage(DetailPage):
    untold = (WROTE.name,)
    template = "tradeoffs/detail.html"

    def context(self, record: Any) -> dict[str, Any]:
        return super().context(record) | {"ways": list(record.ways.all())}
