"""Offered on My day to who is new."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader
from zhike.surfaces.tour.models import Tour

NEW = timedelta(days=30)


@part("day.first", template="tour/day.html", label=_("New here?"), order=1)
def offer(user: Any, reader: Reader) -> dict[str, Any] | None:
    """For a month, until gone through or put aside."""
    if reader.now - user.created_at > NEW:
        return None
    tour = Tour.objects.filter(user=user).first()
    return None if tour and tour.ended_at else {"stop": max(tour.stop, 1) if tour else 1}
