"""Logging a conversation by its page: the files of the composer come along."""

import re
from datetime import UTC, datetime
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext

from zhike.clients.wishes.heeding import goes_out, held
from zhike.core.files.along import take_along
from zhike.core.pages.form import FormPage
from zhike.domains.conversations.models import Conversation, Direction, Kind
from zhike.domains.conversations.promising import note
from zhike.domains.conversations.recalling import settle
from zhike.domains.conversations.wished import sentences

AGAIN = re.compile(r"(re|aw|sv|回复|答复|回覆)\s*[:：]", re.IGNORECASE)


class AddConversation(FormPage):
    def post(self, request: HttpRequest, reference: str = "") -> HttpResponse:
        """Words, files and letters come to be together, so that no letter leaves without its files."""
        with transaction.atomic():
            return super().post(request, reference)

    def initial(self) -> dict[str, Any]:
        """As on any page; `called` says, in seconds since 1970, when a number was tapped."""
        called = self.request.GET.get("called", "")
        began = {"happened_at": _moment(int(called))} if called.isdecimal() and len(called) < 11 else {}
        return super().initial() | began | self._answering()

    def _answering(self) -> dict[str, Any]:
        """`answers=CV-12`: a mail to those who wrote it, about the same."""
        seen = Conversation.objects.visible_to(self.request.user)
        before = seen.by_reference(self.request.GET.get("answers", "")).first()
        if before is None:
            return {}
        subject = " ".join(str(before).split())
        people = [contact.pk for contact in before.contacts.all()]
        return {
            "client": before.client_id, "kind": Kind.MAIL, "direction": Direction.OUT, "contacts": people, "send": True,
            "subject": subject if AGAIN.match(subject) else f"Re: {subject}"[:200], "answers": before.reference,
        }  # fmt: skip

    def after(self, saved: Any) -> None:
        for refused in take_along(self.request, saved):
            messages.error(self.request, f"{refused.name}: {refused}")
        for promise in note(saved, self.request.POST.getlist("promise"), by=self.request.user):
            messages.success(self.request, gettext("Noted as a promise: %(name)s") % {"name": promise})
        settle(saved, self.request.POST, by=self.request.user)
        if saved.send_now:
            self._send(saved)
        for sentence in sentences(saved):
            messages.warning(self.request, sentence)

    def _send(self, saved: Any) -> None:
        """By mail; who wrote it hears when it waits for their hours."""
        anyway = bool(self.request.POST.get("anyway"))
        people = list(saved.contacts.exclude(emails=[]))
        ends = [] if anyway else held(saved.client, people)
        saved.send(by=self.request.user, anyway=anyway)
        if ends:
            messages.info(self.request, goes_out(ends, of=len(people)))


def _moment(seconds: int) -> datetime:
    """On the reader's clock."""
    return timezone.localtime(datetime.fromtimestamp(seconds, UTC))
