"""Logging a conversation by its page: the files of the composer come along."""

from typing import Any

from django.contrib import messages

from zhike.core.files.along import take_along
from zhike.core.pages.form import FormPage


class AddConversation(FormPage):
    def after(self, saved: Any) -> None:
        for refused in take_along(self.request, saved):
            messages.error(self.request, f"{refused.name}: {refused}")
