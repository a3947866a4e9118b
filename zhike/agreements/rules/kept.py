"""How the rules of a client were kept lately, for its page and for programs."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, F, Q, prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zhike.agreements.rules.compiling import Rounds, Rule
from zhike.agreements.rules.in_force import rules_of
from zhike.agreements.rules.meters import Meter, meters_of, records_of
from zhike.agreements.rules.models import ClauseClock, Crossing
from zhike.agreements.rules.span import Span
from zhike.agreements.rules.wording import in_a_sentence

LATELY = 90  # days
MOST = 200  # crossings


@dataclass(frozen=True)
class Line:
    """A rule on its page. `total` clocks ran out or were met by it; `crossed` times it was not kept."""

    rule: Rule
    sentence: str
    total: int
    crossed: int
    meter: Meter | None = None

    @property
    def kept(self) -> str:
        """How it was kept in the last days, in words; empty for what no machine looks at."""
        if self.rule.made is None:
            return ""
        if self.meter:
            return _("%(used)d of %(agreed)d used") % {"used": len(self.meter.used), "agreed": self.meter.agreed}
        if isinstance(self.rule.made, Span):
            told = {"kept": self.total - self.crossed, "total": self.total}
            return _("%(kept)d of %(total)d in time") % told if self.total else _("not called upon yet")
        if not self.crossed:
            return _("always kept")
        return ngettext("not kept %(n)d time", "not kept %(n)d times", self.crossed) % {"n": self.crossed}

    @property
    def signal(self) -> str:
        """good, watch, or none where nothing is to be said."""
        if not self.kept or (isinstance(self.rule.made, Span) and not self.total):
            return ""
        bad = self.meter.over if self.meter else self.crossed
        return "watch" if bad else "good"


def lines_of(client: Any, now: datetime) -> list[Line]:
    """The rules in force, each with how it was kept. Five queries and one for each kind of record."""
    since, rules = now - timedelta(days=LATELY), rules_of(client, timezone.localdate(now)).all
    clocks, crossed = _clocks(client, since, now), _crossed(client, since)
    meters = {meter.rule.clause.pk: meter for meter in meters_of(client, with_records=False)}
    return [
        Line(one, in_a_sentence(one), *_numbers(one, clocks, crossed), meters.get(one.clause.pk))
        for one in rules
    ]  # fmt: skip


def crossings_of(client: Any, now: datetime) -> list[tuple[Crossing, Any]]:
    """Rules not kept lately, the newest first, each with the record in which that was (None where it is gone)."""
    found = list(Crossing.objects.lately(client, now - timedelta(days=LATELY))[:MOST])
    records = records_of(found)
    for kind in {type(one) for one in records.values() if hasattr(one, "contacts")}:
        prefetch_related_objects([one for one in records.values() if type(one) is kind], "contacts")
    return [(one, records.get((one.record_type, one.record_id))) for one in found]


def _numbers(rule: Rule, clocks: dict[int, tuple[int, int]], crossed: Counter[int]) -> tuple[int, int]:
    thread = rule.clause.thread or rule.clause.pk
    if isinstance(rule.made, Span):
        return clocks.get(thread, (0, 0))
    return 0, 0 if isinstance(rule.made, Rounds) else crossed[thread]


def _clocks(client: Any, since: datetime, now: datetime) -> dict[int, tuple[int, int]]:
    """By thread (all that were met or are late, those late)."""
    late = Q(deadline__met_at__gt=F("deadline__due_at")) | Q(deadline__met_at=None)
    over = Q(deadline__met_at__isnull=False) | Q(deadline__due_at__lt=now)
    ran = ClauseClock.objects.filter(over, clause__client=client, deadline__cancelled_at=None)
    rows = (
        ran.filter(deadline__started_at__gte=since)
        .values_list("clause__thread", "clause")
        .annotate(total=Count("pk"), late=Count("pk", filter=late))
    )
    return _summed(rows)


def _summed(rows: Iterable[Any]) -> dict[int, tuple[int, int]]:
    found: dict[int, tuple[int, int]] = {}
    for thread, clause, total, late in rows:
        was = found.get(thread or clause, (0, 0))
        found[thread or clause] = was[0] + total, was[1] + late
    return found


def _crossed(client: Any, since: datetime) -> Counter[int]:
    rows = Crossing.objects.lately(client, since).values_list("clause__thread", "clause")
    return Counter(thread or clause for thread, clause in rows.order_by())
