"""The studio's strategy: a first edition, and the second that is in force, with its goals and what carries it."""

from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from zhike.clients.playbooks.models import Playbook
from zhike.clients.segments.models import Segment
from zhike.clients.stages.models import Stage
from zhike.insight.strategy.forms import StrategyForm
from zhike.insight.strategy.models import Strategy
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.world import World

FILE = Path(__file__).with_name("strategy.txt")
TITLE = "How we look after clients · 客户管理策略"
BY_HAND = "Satisfaction asked after each stage, of ten · 阶段满意度（十分制）"
GOALS: tuple[tuple[str, str, str, int], ...] = (
    ("We keep what we promise · 说到做到", "kept", "at_least", 90),
    ("Answered in time · 按时回复", "in_time", "at_least", 85),
    ("Every client has a contact plan · 人人有联络计划", "planned", "at_least", 80),
    ("Few at risk · 少有流失预警", "at_risk", "at_most", 15),
    (BY_HAND, "", "at_least", 8),
)
FIRST_CARE = "Each client has an owner. 每位客户都有负责人。"


def build(world: World) -> None:
    first, second = (world.working_day_before(world.today - timedelta(days=ago)) for ago in (240, 62))
    world.plan(world.moment(first, 9.7), partial(_write, world))
    world.plan(world.moment(second, 9.7), partial(_rewrite, world))
    noted = world.working_day_before(world.today - timedelta(days=12))
    world.plan(world.moment(noted, 16.2), partial(_note, world))


def _write(world: World) -> None:
    """An installation with a strategy of its own keeps that."""
    if Strategy.objects.in_force() is None:
        mona, said = world.staff["mona"], _read()
        made = through(StrategyForm, {"title": TITLE, "aim": said["aim"], "care": FIRST_CARE}, by=mona)
        _add_goals(made, mona, GOALS[:2], world.today)
        made.put_in_force(by=mona)


def _rewrite(world: World) -> None:
    former, mona = Strategy.objects.in_force(), world.staff["mona"]
    if former is None or former.title != TITLE:
        return
    former.revise(by=mona)
    made = Strategy.objects.get(state="draft")
    made.amend(by=mona, **_read())
    _add_goals(made, mona, GOALS[2:], world.today)
    for section, kind, records in _carrying(world):
        for record in records:
            made.carry(by=mona, section=section, rule=f"{kind}:{record.pk}")
    made.put_in_force(by=mona)


def _carrying(world: World) -> list[tuple[str, str, Any]]:
    stages = Stage.objects.standing().filter(kind__in=("at_risk", "won_back"))
    books = Playbook.objects.standing().order_by("pk")[:2]
    segments = Segment.objects.standing().filter(visibility="everyone").order_by("pk")[1:2]
    return [
        ("classification", "tiers.tier", world.tiers), ("care", "tiers.tier", world.tiers[:2]),
        ("contact", "segments.segment", segments), ("recovery", "stages.stage", stages),
        ("recovery", "playbooks.playbook", books),
    ]  # fmt: skip


def _add_goals(made: Strategy, by: Any, goals: Any, today: date) -> None:
    for name, measure, better, target in goals:
        day = date(today.year + (today.month > 9), 12, 31)
        made.add_goal(by=by, name=name, measure=measure, better=better, target=Decimal(target), by_day=day)


def _note(world: World) -> None:
    found = Strategy.objects.in_force()
    if found and (goal := found.goals.filter(name=BY_HAND).first()):
        found.note(by=world.staff["mona"], goal=goal, value=Decimal("8.4"))


def _read() -> dict[str, Any]:
    """Each section by its name."""
    parts = FILE.read_text().split("# ")[1:]
    return {head.strip(): text.strip() for head, _line, text in (part.partition("\n") for part in parts)}
