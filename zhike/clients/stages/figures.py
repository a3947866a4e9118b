"""How long clients stay: for each stage how many stand there, how many longer than usual, how long it took others."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Aggregate, Count, DurationField, ExpressionWrapper, F, Q, Value
from django.db.models.functions import Now

from zhike.clients.models import Client
from zhike.clients.stages.models import Stage, Stay

A_DAY = timedelta(days=1)


class Percentile(Aggregate):
    """`percentile_cont(fraction)` of durations, as PostgreSQL counts it."""

    function, output_field = "percentile_cont", DurationField()
    template = "%(function)s(%(fraction)s) within group (order by %(expressions)s)"

    def __init__(self, expression: Any, fraction: float, **extra: Any) -> None:
        super().__init__(expression, fraction=fraction, **extra)


@dataclass(frozen=True)
class Figures:
    """`median` and `p80` are whole days of stays that ended, None where none has."""

    stage: Stage
    now: int = 0
    over: int = 0
    ended: int = 0
    median: int | None = None
    p80: int | None = None


def longer_than_usual() -> Q:
    """Clients that have stood in their stage for more than its usual days."""
    usual = ExpressionWrapper(F("stage__usual_days") * Value(A_DAY), output_field=DurationField())
    return Q(stage_since__lt=Now() - usual)


def figures(user: Any) -> list[Figures]:
    """In the order of stages, over what the person sees; three queries."""
    seen = Client.objects.visible_to(user).standing()
    here = seen.exclude(stage=None).values("stage").annotate(
        now=Count("pk"), over=Count("pk", filter=longer_than_usual())
    )  # fmt: skip
    took = F("left_at") - F("entered_at")
    gone = Stay.objects.filter(client__in=seen).exclude(left_at=None).values("stage").annotate(
        ended=Count("pk"), median=Percentile(took, 0.5), p80=Percentile(took, 0.8)
    )  # fmt: skip
    now, past = _by_stage(here), _by_stage(gone)
    return [_of(stage, now.get(stage.pk, {}), past.get(stage.pk, {})) for stage in Stage.objects.in_order()]


def _by_stage(rows: Any) -> dict[int, dict[str, Any]]:
    return {row["stage"]: row for row in rows.order_by()}


def _of(stage: Stage, now: dict[str, Any], past: dict[str, Any]) -> Figures:
    median, p80 = (took.days if (took := past.get(name)) is not None else None for name in ("median", "p80"))
    return Figures(stage, now.get("now", 0), now.get("over", 0), past.get("ended", 0), median, p80)
