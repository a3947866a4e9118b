"""The two weeks before Spring Festival: people travel home one after the other, long before the offices close."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from zhike.agreements.choices import Side
from zhike.core.base.anniversaries import lunar_to_solar
from zhike.core.ui.dates import day_words

HOME = ("CN", "HK", "MO", "TW")  # regions that travel home for it, with or without a part behind a hyphen
BEFORE = timedelta(days=14)


def runs_down(day: date, ours: str, theirs: str) -> list[str]:
    """What to say of a day within it, by the regions of both; nothing of the festival itself, which is a day off."""
    festival = lunar_to_solar(day.year, 1, 1)
    those = [side for side, region in ((Side.US, ours), (Side.THEM, theirs)) if region.partition("-")[0] in HOME]
    if not those or not festival - BEFORE <= day < festival:
        return []
    told: dict[str, Any] = {"day": day_words(day), "festival": day_words(festival, within=True)}
    if len(those) > 1:
        words = _(
            "%(day)s lies in the two weeks before Spring Festival (%(festival)s): on both sides people leave early."
        )
    elif those == [Side.US]:
        words = _("%(day)s lies in the two weeks before Spring Festival (%(festival)s): some of us leave early.")
    else:
        words = _(
            "%(day)s lies in the two weeks before Spring Festival (%(festival)s): the client’s people leave early."
        )
    return [words % told]
