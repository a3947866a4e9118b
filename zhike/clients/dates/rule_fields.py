"""What rules may ask of a client's important dates: on which day the next one is."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import Min, OuterRef, Subquery, Value
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhike.clients.dates.choices import Kind as DateKind
from zhike.clients.dates.models import ImportantDate
from zhike.clients.rules.kinds import Kind
from zhike.clients.rules.registry import RuleField, declare


def _next(**which: Any) -> Callable[[date], Subquery]:
    def on(today: date) -> Subquery:
        theirs = ImportantDate.objects.standing().filter(client=OuterRef("pk"), next_on__gte=today, **which)
        return Subquery(theirs.order_by().values(folded_by=Value(1)).annotate(next=Min("next_on")).values("next"))

    return on


def _field(name: str, label: str | Promise, **which: Any) -> RuleField:
    return RuleField(
        name=name, label=label, kind=Kind.DAY, value=_next(**which), group=_("Dates"),
        records=("dates.importantdate",),
    )  # fmt: skip


declare(
    _field("next_date", _("Next important date")),
    _field("next_birthday", _("Next birthday"), kind=DateKind.BIRTHDAY),
    _field("next_renewal", _("Next renewal"), kind=DateKind.RENEWAL),
)
