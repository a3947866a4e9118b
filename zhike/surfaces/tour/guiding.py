"""The card that stands on a page while somebody is led round."""

from typing import Any

from django.http import HttpRequest

from zhike.core.ui.navigation import guide_from
from zhike.surfaces.tour.stops import stops_of


@guide_from
def card(request: HttpRequest) -> dict[str, Any] | None:
    """The page's address says at which stop one is: `?tour=2`. Pages without it ask nothing."""
    said = request.GET.get("tour", "")
    if not (said.isascii() and said.isdecimal() and len(said) < 3 and request.user.is_authenticated):
        return None
    stops, number = stops_of(request.user), int(said)
    if not 1 <= number <= len(stops):
        return None
    return {
        "template": "tour/card.html",
        "stop": stops[number - 1],
        "number": number,
        "all": len(stops),
        "following": number + 1 if number < len(stops) else 0,
        "before": number - 1,
    }
