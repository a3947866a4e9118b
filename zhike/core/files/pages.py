"""A file's page: as generated, with where it hangs."""

from typing import Any

from zhike.core.pages.detail import DetailPage
from zhike.core.resources.registry import resource_of


class FilePage(DetailPage):
    """What it is, where it hangs, what happened to it."""

    def context(self, record: Any) -> dict[str, Any]:
        carrier = record.record_seen_by(self.request.user)
        resource = resource_of(carrier) if carrier else None
        where = {"carrier": carrier, "carrier_url": resource.url("detail", carrier) if resource else ""}
        return super().context(record) | where
