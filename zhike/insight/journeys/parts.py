"""Journeys elsewhere: on the page of their segment, where feedback was heard, among what is owed, and for programs."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from zhike.core.pages.owed import Owed, Scope, owed_source
from zhike.core.pages.parts import part
from zhike.core.record.handing_over import belonging
from zhike.core.resources.reader import Reader
from zhike.insight.journeys import document, readings  # noqa: F401  (declared there)
from zhike.insight.journeys.models import Improvement, Journey, Touchpoint


@part("segments.rail", template="journeys/rail.html", label=_("Client journeys"), order=40)
def of_segment(segment: Any, reader: Reader) -> dict[str, Any] | None:
    """What its clients go through, and a way to design it."""
    found = list(Journey.objects.standing().filter(segment=segment).order_by("pk"))
    may = segment.archived_at is None and Journey.may_add(reader.user, None)
    more = (f"{reverse('journeys:add')}?segment={segment.pk}", gettext("Design one")) if may else None
    return {"journeys": found, "more": more} if found or may else None


@belonging("journeys", label=_("Client journeys"), client="timeline_client_id")
def owned_journeys(person: Any) -> Any:
    return Journey.objects.standing().filter(owner=person)


@belonging("touchpoints", label=_("Touchpoints"), client="timeline_client_id")
def owned_touchpoints(person: Any) -> Any:
    return Touchpoint.objects.standing().filter(owner=person)


def _led_to(record: Any, reader: Reader) -> dict[str, Any] | None:
    """What is made better because of it, and a way to propose more."""
    said = {"source_type": record._meta.label_lower, "source_id": record.pk}
    found = list(Improvement.objects.visible_to(reader.user).standing().filter(**said).order_by("pk"))
    may = record.archived_at is None and Improvement.may_add(reader.user, None)
    url = f"{reverse('improvements:add')}?{urlencode({'source_text': record.reference})}" if may else ""
    return {"improvements": found, "add_url": url} if found or may else None


for place in ("conversations", "meetings"):
    part(
        f"{place}.rail", template="improvements/led_to.html", label=pgettext_lazy("part", "Improvements"), order=66,
        name="improvements",
    )(_led_to)  # fmt: skip


@owed_source("improvements", label=pgettext_lazy("journey", "Improvement"), icon="idea")
def due(reader: Reader, scope: Scope) -> Iterator[Owed]:
    """Open ones with a day; they are of no client in particular."""
    if scope.client is not None:
        return
    seen = Improvement.objects.visible_to(reader.user).open().exclude(due_on=None).order_by("due_on", "pk")
    for one in scope.of(seen, owner="owner"):
        where = reverse("improvements:detail", args=[one.reference])
        yield Owed(one.due_on, one.text, where, one.reference, person=one.owner_id)


@belonging("improvements", label=pgettext_lazy("part", "Improvements"), client="timeline_client_id")
def owned_improvements(person: Any) -> Any:
    return Improvement.objects.open().filter(owner=person)
