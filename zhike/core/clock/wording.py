"""A week's hours in words: "Mon–Fri 09:00–12:00, 13:00–18:00"; days with the same hours stand together."""

from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from zhike.core.base.listing import listed
from zhike.core.clock.hours import WEEKDAYS
from zhike.core.ui.dates import weekday_name


def hours_in_words(written: Any) -> str:
    """Of what `hours.read_week` reads, in the language of the moment; anything else as it stands."""
    if not isinstance(written, dict):
        return str(written or "")
    shifts = [(n, ", ".join("–".join(one) for one in written.get(day) or ())) for n, day in enumerate(WEEKDAYS)]
    spans = [(said, [n for n, _said in days]) for said, days in groupby(shifts, key=lambda one: one[1]) if said]
    return "; ".join(f"{_span(days)} {said}" for said, days in spans) or _("never")


def _span(days: list[int]) -> str:
    first, last = weekday_name(days[0]), weekday_name(days[-1])
    if len(days) == 1:
        return first
    return listed((first, last)) if len(days) == 2 else _("%(first)s–%(last)s") % {"first": first, "last": last}
