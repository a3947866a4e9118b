"""How we keep our promises to a client, in the list of clients: the rate of a year, and the last knots of its cord."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, OuterRef, Value, When
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import Side, State
from zhike.agreements.models import Promise
from zhike.agreements.rates import HOW_KEPT, Kept, Rate, list_behind, settled
from zhike.agreements.shown import knots
from zhike.core.resources.columns import Column
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import extend
from zhike.core.ui.cells import nothing

KNOTS = 7
_KNOT = Case(
    When(state=State.BROKEN, then=Value("broken")), When(HOW_KEPT[Kept.LATE.value], then=Value("late")),
    default=Value("kept"),
)  # fmt: skip


def _of(client: Any) -> Any:
    """The knots of our settled promises, the oldest first, as classes of the cord."""
    ours = settled(Promise.objects.standing().filter(client=client, side=Side.US))
    return ours.annotate(knot=_KNOT).values("knot")


def _cell(client: Any, _reader: Reader) -> str:
    found = getattr(client, "our_knots", None)
    if found is None:
        found = [one["knot"] for one in _of(client)]
    if not found:
        return nothing()
    broken = found.count("broken")
    rate = Rate(len(found) - broken, found.count("late"), broken)
    address = list_behind(Side.US, client=client.reference)
    figure = format_html('<a class="figure" href="{}">{}%</a>', address, rate.percent)
    return format_html('<span class="kept-rate">{}{}</span>', figure, knots(found[-KNOTS:]))


extend(
    "clients",
    columns=(
        Column(
            "promises_kept", _("Promises kept"), _cell,
            brings=lambda _reader: {"our_knots": ArraySubquery(_of(OuterRef("pk")))},
        ),
    ),
)  # fmt: skip
