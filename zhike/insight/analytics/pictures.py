"""The pictures, each a question over a list."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db.models import DateField, Sum
from django.db.models.functions import Coalesce, TruncMonth, TruncWeek
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from zhike.agreements.choices import Side, State
from zhike.agreements.rates import Kept
from zhike.clients.stages.models import Stage
from zhike.clients.tiers.models import Tier
from zhike.core.access.models import Team
from zhike.core.access.preferences import company
from zhike.domains.conversations.answer_times import MEDIAN, NINE_IN_TEN, Answered, answered_after, quantile
from zhike.domains.conversations.models import Kind
from zhike.domains.ideas.choices import Result
from zhike.domains.ideas.choices import State as Idea
from zhike.domains.requirements.choices import Kind as Wanted
from zhike.insight.analytics.asked import Asked
from zhike.insight.analytics.registry import Unit, Value, picture
from zhike.insight.analytics.word_kept import words_kept

WEEK, MONTH = pgettext_lazy("of a picture", "Week"), pgettext_lazy("of a picture", "Month")
TIER = pgettext_lazy("of a client", "Tier")
COLUMNS = "about,client,author,happened_at,took"
SCOPE = [str(one) for one in Wanted if one != Wanted.WONT]
Values = Iterator[Value]


def _week(moment: str) -> Any:
    return TruncWeek(moment, output_field=DateField())


@picture(
    "activity",
    label=_("Conversations a week"),
    text=_("What was said, by the channel it went."),
    along=WEEK,
)
def activity(asked: Asked) -> Values:
    found = asked.tally("conversations", _week("happened_at"), "kind", happened_at=asked.stretch.whole_weeks.said)
    for week in asked.stretch.weeks:
        for kind in Kind:
            number = found.get((week.first, kind), 0)
            words = {"happened_at": week.said, "kind": kind.value}
            yield asked.value(asked.week_words(week), kind.label, number, "conversations", **words)


@picture(
    "teams",
    label=_("Conversations by team"),
    text=_("With the clients of which team."),
    along=WEEK,
)
def teams(asked: Asked) -> Values:
    whole = asked.stretch.whole_weeks.said
    found = asked.tally("conversations", _week("happened_at"), "client__team", happened_at=whole)
    known = [*Team.objects.standing().order_by("name").values_list("pk", "name"), (None, pgettext("team", "None"))]
    wanted = [(team, name) for team, name in known if asked.whose.get("team") in (None, str(team or "none"))]
    for week in asked.stretch.weeks:
        for team, name in wanted:
            number = found.get((week.first, team), 0)
            words: dict[str, Any] = {"happened_at": week.said, "client__team": team or "none"}
            yield asked.value(asked.week_words(week), name, number, "conversations", **words)


@picture(
    "answers",
    label=_("How long clients wait for an answer"),
    text=_("In working hours, by the week in which we answered. The line is the company’s answer time."),
    along=WEEK,
    unit=Unit.HOURS,
    stacked=False,
    target=lambda: company().answer_hours,
)
def answers(asked: Asked) -> Values:
    took: dict[Any, list[float]] = {}
    found = asked.found("conversations", answered_at=asked.stretch.whole_weeks.said)
    for asked_at, answered_at in found.order_by().values_list("happened_at", "answered_at"):
        monday = localdate(answered_at) - timedelta(days=localdate(answered_at).weekday())
        took.setdefault(monday, []).append(answered_after(asked_at, answered_at) or 0.0)
    half, most = pgettext("answer times", "Half within"), pgettext("answer times", "Nine in ten within")
    for week in asked.stretch.weeks:
        words: dict[str, Any] = {"answered_at": week.said, "columns": COLUMNS, "totals": 1}
        for fraction, label in ((MEDIAN, half), (NINE_IN_TEN, most)):
            number = quantile(took.get(week.first, []), fraction)
            yield asked.value(asked.week_words(week), label, number, "conversations", **words)


@picture(
    "in-time",
    label=_("Answered in time"),
    text=_("By the answer time of each client’s tier, else the company’s."),
    along=WEEK,
)
def in_time(asked: Asked) -> Values:
    ways = ((Answered.IN_TIME, "good"), (Answered.LATE, "bad"))
    whole = asked.stretch.whole_weeks.said
    found = {
        way: asked.tally("conversations", _week("answered_at"), answered_at=whole, answer=way.value) for way, _s in ways
    }
    for week in asked.stretch.weeks:
        for way, signal in ways:
            number = found[way].get(week.first, 0)
            words = {"answered_at": week.said, "answer": way.value}
            yield asked.value(asked.week_words(week), way.label, number, "conversations", signal=signal, **words)


@picture(
    "stages",
    label=_("Clients by stage, and how long they have been there"),
    text=_("As of today."),
    dated=False,
    along=_("Stage"),
    area="stages",
)
def stages(asked: Asked) -> Values:
    bands = _bands(asked)
    found = {said: asked.tally("clients", "stage", stage_since=said) for said, _label in bands}
    for stage in Stage.objects.in_order():
        for said, label in bands:
            number = found[said].get(stage.pk, 0)
            yield asked.value(stage, label, number, "clients", stage=stage.pk, stage_since=said)


def _bands(asked: Asked) -> list[tuple[str, Any]]:
    """How long ago, as the address says it and in words."""
    month, quarter, year = (asked.reader.today - timedelta(days=days) for days in (30, 90, 365))
    day = timedelta(days=1)
    return [
        (f"{month}..", _("up to 30 days")),
        (f"{quarter}..{month - day}", _("31 to 90 days")),
        (f"{year}..{quarter - day}", _("91 days to a year")),
        (f"..{year - day}", _("longer than a year")),
    ]


def tiers_known() -> list[tuple[Any, str]]:
    return [
        *((tier.pk, tier.marked) for tier in Tier.objects.in_order()),
        ("none", pgettext("tier", "None")),
    ]


@picture(
    "tiers",
    label=_("Clients by tier"),
    text=_("As of today."),
    dated=False,
    along=TIER,
    area="tiers",
)
def tiers(asked: Asked) -> Values:
    found = asked.tally("clients", "tier")
    for tier, label in tiers_known():
        number = found.get(None if tier == "none" else tier, 0)
        yield asked.value(label, _("Clients"), number, "clients", tier=tier)


@picture(
    "revenue",
    label=_("What clients bought, by tier"),
    text=_("In the company’s currency. What has no exchange rate is left out."),
    along=TIER,
    unit=Unit.MONEY,
    area="purchases",
)
def revenue(asked: Asked) -> Values:
    days = asked.stretch.said
    total = Coalesce(Sum("amount_home"), Decimal(0))
    found = asked.tally("purchases", "client__tier", told=total, happened_on=days)
    for tier, label in tiers_known():
        number = found.get(None if tier == "none" else tier, Decimal(0))
        words = {"client__tier": tier, "happened_on": days, "totals": 1}
        yield asked.value(label, _("Bought"), number, "purchases", **words)


@picture(
    "promises",
    label=_("Promises of ours, kept and broken"),
    text=_("By the month in which each was kept or broken."),
    along=MONTH,
    more=words_kept,
)
def promises(asked: Asked) -> Values:
    ways: tuple[tuple[dict[str, Any], Any, str], ...] = (
        ({"state": State.KEPT.value, "kept": Kept.IN_TIME.value}, pgettext("promises", "Kept in time"), "good"),
        ({"state": State.KEPT.value, "kept": Kept.LATE.value}, pgettext("promises", "Kept late"), "watch"),
        ({"state": State.BROKEN.value}, pgettext("promises", "Broken"), "bad"),
    )
    month, ours = TruncMonth("state_on"), {"side": Side.US.value}
    whole = asked.stretch.whole_months.said
    found = [asked.tally("promises", month, **ours, **way, state_on=whole) for way, _label, _signal in ways]
    for one in asked.stretch.months:
        for (way, label, signal), counts in zip(ways, found, strict=True):
            number = counts.get(one.first, 0)
            yield asked.value(
                one.month_words, label, number, "promises", signal=signal, **ours, **way, state_on=one.said
            )


@picture(
    "requirements",
    label=_("Requirements a week"),
    text=_("What was heard, agreed, put in other words after that, and no longer wanted."),
    along=WEEK,
)
def requirements(asked: Asked) -> Values:
    ways = (
        ("created_at", pgettext("requirement", "Heard"), ""), ("agreed_on", pgettext("requirement", "Agreed"), "good"),
        ("changed_on", _("Put in other words"), "watch"), ("ended_on", _("No longer wanted"), "bad"),
    )  # fmt: skip
    whole = asked.stretch.whole_weeks.said
    found = {day: asked.tally("requirements", _week(day), **{day: whole}) for day, _label, _signal in ways}
    for week in asked.stretch.weeks:
        for day, label, signal in ways:
            number = found[day].get(week.first, 0)
            yield asked.value(asked.week_words(week), label, number, "requirements", signal=signal, **{day: week.said})


@picture(
    "scope",
    label=_("What is agreed, week by week"),
    text=_(
        "Requirements that were agreed and still wanted at the end of each week: how the scope grows. What both "
        "agreed to leave out does not count."
    ),
    along=WEEK,
)
def scope(asked: Asked) -> Values:
    found = asked.found("requirements", kind=SCOPE).exclude(agreed_on=None)
    days = list(found.values_list("agreed_on", "ended_on"))
    for week in asked.stretch.weeks:
        after = week.last + timedelta(days=1)
        number = sum(agreed <= week.last and (ended is None or ended >= after) for agreed, ended in days)
        said: dict[str, Any] = {
            "kind": SCOPE,
            "agreed_on": f"..{week.last.isoformat()}",
            "ended_on": ["never", f"{after.isoformat()}.."],
        }
        yield asked.value(asked.week_words(week), pgettext("requirement", "Agreed"), number, "requirements", **said)


@picture(
    "ideas",
    label=_("What became of ideas"),
    text=_("Of ideas that were kept, by the day of that decision: odd ones and ordinary ones."),
    along=pgettext_lazy("of a picture", "Idea"),
    area="ideas",
)
def ideas(asked: Asked) -> Values:
    days, kept = asked.stretch.said, Idea.KEPT.value
    found = asked.tally("ideas", "odd", "result", state=kept, decided_on=days)
    ways = (
        ("won", Result.WON.label, "good"), ("lost", Result.LOST.label, "watch"), ("unknown", _("Not known yet"), ""),
    )  # fmt: skip
    for kind, label in (("odd", pgettext("ideas", "Odd")), ("ordinary", pgettext("ideas", "Ordinary"))):
        for way, words, signal in ways:
            number = found.get((kind == "odd", "" if way == "unknown" else way), 0)
            said = {"odd": kind, "state": kept, "result": way, "decided_on": days}
            yield asked.value(label, words, number, "ideas", signal=signal, **said)
