"""Logging a conversation by its page: the files of the composer come along."""

from datetime import UTC, datetime
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from zhike.core.files.along import take_along
from zhike.core.pages.form import FormPage


class AddConversation(FormPage):
    def post(self, request: HttpRequest, reference: str = "") -> HttpResponse:
        """Words, files and letters come to be together, so that no letter leaves without its files."""
        with transaction.atomic():
            return super().post(request, reference)

    def initial(self) -> dict[str, Any]:
        """As on any page; `called` says, in seconds since 1970, when a number was tapped."""
        called = self.request.GET.get("called", "")
        began = {"happened_at": _moment(int(called))} if called.isdecimal() and len(called) < 11 else {}
        return super().initial() | began

    def after(self, saved: Any) -> None:
        for refused in take_along(self.request, saved):
            messages.error(self.request, f"{refused.name}: {refused}")
        if saved.send_now:
            saved.send(by=self.request.user, wait=bool(self.request.POST.get("wait")))


def _moment(seconds: int) -> datetime:
    """On the reader's clock."""
    return timezone.localtime(datetime.fromtimestamp(seconds, UTC))
