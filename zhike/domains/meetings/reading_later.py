"""What a meeting promised and may be promised only now: it is read back to those who were asked about the rest."""

from collections import defaultdict
from contextlib import suppress
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from zhike.agreements.choices import UNSETTLED
from zhike.agreements.models import Promise, Readback
from zhike.agreements.workflows import read_back
from zhike.core.access.models import User
from zhike.core.base.languages import language_for
from zhike.core.lifecycle.errors import Refused
from zhike.core.timeline.moment import moment
from zhike.core.todos.models import Todo
from zhike.core.todos.workflows import add_todo
from zhike.domains.meetings.models import Asked, Meeting
from zhike.domains.meetings.workflows import title_for


def read_back_now(promises: set[int]) -> None:
    """Of these, what meetings brought and nobody has to approve any more, to each once."""
    label = Meeting._meta.label_lower
    found = Promise.objects.free().filter(pk__in=promises, source_type=label, state__in=UNSETTLED).order_by("pk")
    by_meeting: dict[int, list[Any]] = defaultdict(list)
    for promise in found:
        by_meeting[promise.source_id].append(promise)
    asked = Asked.objects.filter(meeting__in=by_meeting).select_related("meeting", "contact", "by").order_by("pk")
    for one in asked.select_for_update(of=("self",), no_key=True):
        known = Readback.objects.filter(contact=one.contact, entries__in=promises).values_list("entries", flat=True)
        if left := [promise for promise in by_meeting[one.meeting_id] if promise.pk not in set(known)]:
            _read_back(one, left)


def _read_back(asked: Asked, promises: list[Any]) -> None:
    """By mail, if that was wished; else whoever asked gets a to-do, for the address of a link is shown to a person."""
    contact, by = asked.contact, asked.by if asked.by.is_active else asked.meeting.lead
    if asked.by_mail and contact.emails:
        title = title_for(asked.meeting, contact)
        with suppress(Refused):
            read_back(promises, by=by, contact=contact, **title, send=True, anyway=asked.at_once)
            return
    for one in promises:
        _remember(one, contact, by)


def _remember(promise: Any, contact: Any, owner: Any) -> None:
    with override(language_for(owner)):
        title = _("Approved: read back to %(who)s “%(what)s”") % {"who": contact.called, "what": str(promise)[:120]}
    about = {"record_type": promise._meta.label_lower, "record_id": promise.pk, "owner": owner, "title": title}
    if not Todo.objects.filter(**about).exists():
        with suppress(Refused):
            today = timezone.localdate(moment())
            add_todo(promise, by=User.objects.system(), title=title, owner=owner, due_on=today)
