"""Logging a conversation by its page: the files of the composer come along."""

from datetime import UTC, datetime
from typing import Any

from django.contrib import messages
from django.utils import timezone

from zhike.core.files.along import take_along
from zhike.core.pages.form import FormPage


class AddConversation(FormPage):
    def initial(self) -> dict[str, Any]:
        """As on any page; `called` says, in seconds since 1970, when a number was tapped."""
        called = self.request.GET.get("called", "")
        began = {"happened_at": _moment(int(called))} if called.isdecimal() and len(called) < 11 else {}
        return super().initial() | began

    def after(self, saved: Any) -> None:
        for refused in take_along(self.request, saved):
            messages.error(self.request, f"{refused.name}: {refused}")


def _moment(seconds: int) -> datetime:
    """On the reader's clock."""
    return timezone.localtime(datetime.fromtimestamp(seconds, UTC))
