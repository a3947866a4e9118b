"""The letters of a conversation, on its page."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.core.mail.models import Letter
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader


@part("conversations.rail", template="conversations/letters.html", label=_("Sent by mail"))
def letters(record: Any, _reader: Reader) -> dict[str, Any] | None:
    found = list(Letter.objects.about(record).order_by("pk"))
    return {"letters": found} if found else None
