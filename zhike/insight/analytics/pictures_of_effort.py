"""The picture of the time that clients take, by tier."""

from collections.abc import Iterator

from django.db.models import Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from zhike.insight.analytics.asked import Asked
from zhike.insight.analytics.effort import balance, filed
from zhike.insight.analytics.pictures import TIER, tiers_known
from zhike.insight.analytics.registry import Unit, Value, picture


@picture(
    "effort",
    label=_("Time spent, by tier"),
    text=_("Hours of conversations and meetings, and hours booked on projects."),
    along=TIER,
    unit=Unit.HOURS,
    area="tiers",
    more=balance,
    filed=filed,
)
def effort(asked: Asked) -> Iterator[Value]:
    days, minutes = asked.stretch.said, Coalesce(Sum("minutes"), 0)
    talked = asked.tally("conversations", "client__tier", told=minutes, happened_at=days)
    booked = asked.tally("hours", "client__tier", told=minutes, on=days)
    for tier, label in tiers_known():
        key = None if tier == "none" else tier
        words = {"client__tier": tier, "totals": 1}
        spoken, worked = talked.get(key, 0) / 60, booked.get(key, 0) / 60
        columns = "about,client,author,happened_at,minutes"
        series = pgettext("time spent", "Spoken")
        yield asked.value(label, series, spoken, "conversations", **words, happened_at=days, columns=columns)
        yield asked.value(label, pgettext("time spent", "Booked"), worked, "hours", **words, on=days)
