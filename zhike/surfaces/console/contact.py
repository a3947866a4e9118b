"""The page of a contact: what was said with this person stands above the rest."""

from typing import Any

from zhike.core.pages.detail import DetailPage
from zhike.domains.conversations.models import Conversation

SHOWN = 10


class ContactPage(DetailPage):
    def context(self, record: Any) -> dict[str, Any]:
        said = Conversation.objects.visible_to(self.request.user).standing().filter(contacts=record)
        latest = said.order_by("-happened_at", "-pk").prefetch_related("contacts")[:SHOWN]
        return super().context(record) | {"said": latest}
