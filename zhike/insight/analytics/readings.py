"""Of one client, for programs and assistants: what makes the work hard, and how both sides kept their word."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.agreements.readings import DAY, TEXT, made_of
from zhike.core.resources.reader import Reader
from zhike.core.resources.readings import Word, reading
from zhike.insight.analytics.asked import Asked
from zhike.insight.analytics.friction import counts_of
from zhike.insight.analytics.word_kept import Told, WordKept

NUMBER, YES = {"type": "number"}, {"type": "boolean"}
COUNT = made_of(
    {"name": TEXT, "label": TEXT, "number": NUMBER, "usual": NUMBER, "stands_out": YES, "helps": TEXT, "list": TEXT}
)

SIDE = made_of(
    {"settled": NUMBER, "kept": NUMBER, "late": NUMBER, "broken": NUMBER, "list": TEXT, "renegotiated": NUMBER}
)
PERIOD = Word("period", "13w for the last thirteen weeks, or 2026-01-01..2026-03-31; the last year without it", TEXT)


@reading(
    "clients.client", "kept", label=_("How both sides kept their word"), tells=("promises",), words=(PERIOD,),
    schema=made_of({"first": DAY, "last": DAY, "ours": SIDE, "theirs": SIDE}),
    about="How many promises were kept and broken between us and a client within a period, by side, as far as the "
    "caller sees: `kept` includes `late` ones; `list` is the address of the promises settled. In the place of "
    "`renegotiated` ones others were agreed; waived and withdrawn ones do not count.",
)  # fmt: skip
def word_kept(client: Any, reader: Reader, said: Mapping[str, str]) -> dict[str, Any]:
    asked = Asked(reader.user, {"period": said.get("period") or "52w"})
    row = WordKept(asked).of_client(client)
    return {
        "first": asked.stretch.first,
        "last": asked.stretch.last,
        "ours": _side(row.ours),
        "theirs": _side(row.theirs),
    }


def _side(told: Told) -> dict[str, Any]:
    rate = told.rate
    return {
        "settled": rate.settled, "kept": rate.kept, "late": rate.late, "broken": rate.broken, "list": told.url,
        "renegotiated": rate.renegotiated,
    }  # fmt: skip


@reading(
    "clients.client", "friction", label=_("What makes the work hard"), tells=("clients",),
    schema=made_of({"data": {"type": "array", "items": COUNT}}),
    about="What happened with a client in the last thirteen weeks that makes the work hard, counted from the records "
    "that the caller sees: how often, how often half of the clients do at most (`usual`), whether it is far more than "
    "that, what helps, and the address of the list.",
)  # fmt: skip
def of_client(client: Any, reader: Reader, _said: Mapping[str, str]) -> dict[str, Any]:
    return {
        "data": [
            {
                "name": one.rub.name, "label": str(one.rub.label), "number": one.number, "usual": one.usual,
                "stands_out": one.stands_out, "helps": str(one.rub.helps), "list": one.url,
            }
            for one in counts_of(client, Asked(reader.user, {}))
        ]
    }  # fmt: skip
