"""A notification in the reader's words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.urls import reverse
from django.utils.html import escape, format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.notify.concerning import about
from zhike.core.notify.models import Notification, Reason
from zhike.core.notify.sight import seen_records
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import resource_of
from zhike.core.timeline.sentences import say

SENTENCES = {
    Reason.MENTIONED: _("{actor} mentioned you in a comment on {record}"),
    Reason.GIVEN: _("{actor} gave you the to-do “{record}”"),
    Reason.OWNER: _("{actor} made you the owner of {record}"),
    Reason.DEPUTY: _("{actor} made you the deputy for {record}"),
    Reason.INVITED: _("{actor} asked you to watch {record}"),
}

LINK = re.compile(r"</?a\b[^>]*>")  # the whole line is a link already


@dataclass(frozen=True)
class Told:
    """`url` is empty when there is nothing that the person may open."""

    notification: Notification
    sentence: SafeString
    excerpt: str
    url: str

    @property
    def plain(self) -> str:
        return unescape(strip_tags(self.sentence))


def told_to(notifications: Sequence[Notification], reader: Reader) -> list[Told]:
    """Each in words, with a query for each kind of record. What the reader may no longer see is not named."""
    seen = seen_records(reader.user, (about(one.event) for one in notifications))
    return [_told(one, seen.get(about(one.event)), reader) for one in notifications]


def _told(one: Notification, record: Any, reader: Reader) -> Told:
    if record is None:
        return Told(one, escape(gettext("Something happened that you may no longer see.")), "", "")
    excerpt = str(one.event.fact("name")) if "about" in one.event.facts else ""
    return Told(one, _sentence(one, record, reader), excerpt, _place(one, record))


def _sentence(one: Notification, record: Any, reader: Reader) -> SafeString:
    if template := SENTENCES.get(Reason(one.reason)):
        actor = reader.people.get(one.event.actor_id or 0) or gettext("Someone")
        return format_html(str(template), actor=format_html("<strong>{}</strong>", actor), record=str(record))
    return mark_safe(LINK.sub("", say(one.event, reader, None if "about" in one.event.facts else record)))


def _place(one: Notification, record: Any) -> str:
    """Where to go: the comment in its discussion, the job's own page, else the record's."""
    if "about" in one.event.facts:
        return f"{reverse('discussion_on', args=[record.reference])}#CM-{one.event.record_id}"
    if one.reason == Reason.JOB:
        return str(one.event.fact("url"))
    resource = resource_of(record)
    return resource.url("detail", record) if resource else ""
