"""The page of one letter."""

from typing import Any

from zhike.core.mail.models import Letter
from zhike.core.mail.troubles import SENTENCES
from zhike.core.pages.detail import DetailPage
from zhike.core.resources.registry import find_record, resource_of


class LetterPage(DetailPage):
    def context(self, record: Letter) -> dict[str, Any]:
        about = self._about(record)
        resource = resource_of(about) if about is not None else None
        return super().context(record) | {
            "about": about,
            "about_url": resource.url("detail", about) if resource and about is not None else "",
            "trouble": SENTENCES.get(record.trouble, ""),
            "files": record.attachments.all(),
        }

    def _about(self, record: Letter) -> Any:
        if not record.record_type or record.record_id is None:
            return None
        return find_record(record.record_type, record.record_id, self.request.user)
