"""Journeys elsewhere: on the page of their segment, with whoever hands over, and for programs."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.pages.parts import part
from zhike.core.record.handing_over import belonging
from zhike.core.resources.reader import Reader
from zhike.insight.journeys import readings  # noqa: F401  (declared there)
from zhike.insight.journeys.models import Journey, Touchpoint


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
