"""Who is away today, and who stands in. Every request asks, so it is kept for two seconds."""

from datetime import date
from typing import Any

from django.apps import apps
from django.utils import timezone

from zhike.core.base.kept import Kept
from zhike.core.timeline.behalf import tells_behalf


@Kept
def away_on(day: date) -> dict[int, tuple[int, date]]:
    """By the person away: (who stands in, the last day)."""
    absences = apps.get_model("access.Absence").objects.on(day).filter(deputy__is_active=True)
    return {person: (deputy, until) for person, deputy, until in absences.values_list("person", "deputy", "ends_on")}


def stood_in_for(user_id: int) -> list[int]:
    """Those who are away today and for whom this person stands in."""
    return [person for person, (deputy, _until) in away_on(timezone.localdate()).items() if deputy == user_id]


def deputy_today(user_id: int) -> tuple[int, date] | None:
    """Who stands in for this person today, and until when; None for somebody who is there."""
    return away_on(timezone.localdate()).get(user_id)


@tells_behalf
def represented(record: Any, by: Any) -> int | None:
    """The owner of the record, or of its client, when that is somebody away for whom the person stands in."""
    mine = getattr(record, "owner_id", None)
    if not by or not by.pk or mine == by.pk or (mine is None and not hasattr(type(record), "client")):
        return None
    persons = stood_in_for(by.pk)
    if not persons:
        return None
    owner = mine or getattr(getattr(record, "client", None), "owner_id", None)
    return owner if owner in persons else None
