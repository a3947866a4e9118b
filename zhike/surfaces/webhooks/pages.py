"""The page of one webhook, with its latest deliveries."""

from typing import Any

from zhike.core.pages.detail import DetailPage
from zhike.surfaces.webhooks.models import Webhook

SHOWN = 20


class WebhookPage(DetailPage):
    def context(self, record: Webhook) -> dict[str, Any]:
        latest = record.deliveries.order_by("-pk")[:SHOWN]
        return super().context(record) | {"deliveries": latest}
