"""Texts in two languages that no longer say the same: one changed alone, one with another number."""

from datetime import timedelta
from functools import partial

from zhike.agreements.forms import ClauseForm
from zhike.agreements.models import Clause
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.world import World

FIRM = "yuanan"  # speaks both languages
ANSWERS = ("甲方收到稿件后三个工作日内答复", "The client answers drafts within three working days")
WARRANTY = ("上线后六个月内免费修复缺陷", "Defects are mended free of charge for twelve months after going live")


def build(world: World) -> None:
    signed = world.working_moment(world.today - timedelta(days=120))
    world.plan(signed, partial(_agree, world, "9.1", "term", ANSWERS))
    world.plan(signed, partial(_agree, world, "9.2", "term", WARRANTY))
    world.plan(world.working_moment(world.today - timedelta(days=25)), partial(_change_one, world))


def _agree(world: World, number: str, aspect: str, words: tuple[str, str]) -> None:
    by, contact = world.staff[world.firms[FIRM].owner], world.people[FIRM][0]
    text, twin = words
    through(ClauseForm, {
        "client": world.clients[FIRM], "contact": contact, "owner": by, "side": "them", "aspect": aspect,
        "number": number, "text": text, "twin": twin, "prevails": "zh", "contact_agreed": contact, "how": "paper",
    }, by=by)  # fmt: skip


def _change_one(world: World) -> None:
    """The Chinese wording alone: its page sounds the alarm."""
    by, contact = world.staff[world.firms[FIRM].owner], world.people[FIRM][0]
    clause = Clause.objects.open().get(client=world.clients[FIRM], number="9.1")
    text = ANSWERS[0].replace("三", "五")
    clause.renegotiate(by=by, text=text, reason="审批流程多了一级", agreed_by=contact, how="mail")
