"""The audit page and its file; for administrators."""

import csv
from collections.abc import Iterator
from html import unescape
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import get_language, gettext, override
from django.views.decorators.http import require_POST, require_safe

from zhike.core.access.models import Company, User
from zhike.core.access.request import StaffRequest
from zhike.core.base.formulas import neutral
from zhike.core.history.feed import told_all
from zhike.core.resources.reader import Reader
from zhike.core.timeline.tell import tell
from zhike.surfaces.console.settings.index import administers
from zhike.surfaces.operations.audit import GROUPS, STRETCH, events_for, stretches
from zhike.surfaces.operations.events import AUDIT_TAKEN


@login_required
@require_safe
def audit(request: StaffRequest) -> HttpResponse:
    """GET /settings/audit/?what=failed&by=3&about=CL-12&from=203.0.113&since=2026-11-01&until=…&before=ID."""
    administers(request)
    found = list(events_for(request.GET)[: STRETCH + 1])
    words = request.GET.copy()
    if len(found) > STRETCH:
        words["before"] = str(found[STRETCH - 1].pk)
    told = {
        "rows": told_all(found[:STRETCH], Reader(request.user)),
        "next_url": f"?{words.urlencode()}" if len(found) > STRETCH else "",
        "groups": [(name, label) for name, (label, _starts) in GROUPS.items()],
        "people": User.objects.filter(is_system=False).order_by("name"),
        "words": request.GET,
        "by": request.GET.get("by", ""),
        "asked_from": request.GET.get("from", ""),
    }
    return render(request, "operations/audit.html", told)


@login_required
@require_POST
def take(request: StaffRequest) -> StreamingHttpResponse:
    """POST /settings/audit/file/ with the same words: all of it as CSV; that it was taken is told too."""
    administers(request)
    with transaction.atomic():
        asked = {name: value for name, value in request.POST.items() if name != "csrfmiddlewaretoken" and value}
        tell(AUDIT_TAKEN, Company(pk=1), by=request.user, facts={"asked": asked})
    lines = _lines(request, get_language() or "en")
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="audit-{timezone.localdate():%Y-%m-%d}.csv"'
    return answer


def _lines(request: HttpRequest, language: str) -> Iterator[str]:
    """Begins with a mark by which Excel knows UTF-8. A formula in a name stays a text."""
    writer = csv.writer(_Echo())
    with override(language):
        heads = [gettext("When"), gettext("Who"), gettext("What"), gettext("From where"), gettext("Kind"), "ID"]
    yield "\ufeff" + writer.writerow(heads)
    for events in stretches(events_for(request.POST)):
        with override(language):
            reader = Reader(request.user)
            yield "".join(writer.writerow(_row(one, reader)) for one in told_all(events, reader))


def _row(one: Any, reader: Reader) -> list[str]:
    event = one.event
    said = unescape(" ".join(strip_tags(one.sentence).split()))
    changed = "; ".join(f"{name}: {was} → {now}" for name, was, now in one.changes)
    when = timezone.localtime(event.at).isoformat(timespec="seconds")
    who = reader.people.get(event.actor_id or 0, "")
    return [when, *map(neutral, (who, f"{said} {changed}".strip(), event.origin, event.kind)), str(event.pk)]


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        return text
