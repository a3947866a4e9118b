"""What silence means: the house's own rule, some clients' own; who answers, who does not, what needs a clear yes."""

from datetime import timedelta
from functools import partial
from typing import Any

from zhike.agreements.forms import DecisionForm, PromiseForm
from zhike.agreements.silence.ending import sweep
from zhike.agreements.silence.forms import SilenceRuleForm
from zhike.agreements.silence.reminding import takes_mail
from zhike.agreements.workflows import read_back
from zhike.core.access.models import User
from zhike.core.mail.models import Letter
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.world import World

HOUSE = {"outcome": "escalated", "days": 10, "first_reminder": 5, "second_reminder": 8, "promises": True,
         "decisions": True}  # fmt: skip
AGREED = (
    ("lumen", "accepted", 5, 3), ("zhulin", "accepted", 5, 3), ("sakuragi", "accepted", 5, 3),
    ("qiaomu", "paused", 8, 4), ("tidewater", "paused", 8, 4), ("chenghu", "paused", 8, 4),
)  # fmt: skip
# client, days ago, promise or decision, question, words, what the letter is called. Whoever speaks has answered.
ASKED = (
    ("lumen", 16, "decision", "Which lamp stands on the first page?", "The reading lamp", "The first page"),
    ("lumen", 15, "promise", "", "If we redraw the page, one more version of it is free of charge", "One more version"),
    ("lumen", 4, "decision", "Do prices stand beside the lamps?", "Only on the page of each lamp", "Prices"),
    ("zhulin", 16, "decision", "教学视频的封面先做笛子还是先做洞箫？", "先做笛子，洞箫下一季再做", "视频封面的顺序"),
    ("sakuragi", 16, "decision", "Which pen leads the catalogue?", "The brush pen", "The catalogue"),
    (
        "qiaomu",
        17,
        "promise",
        "",
        "Three ideas for the opening titles by Friday, for you to pick one",
        "Opening titles",
    ),
    ("tidewater", 17, "decision", "Which hall does the map begin with?", "The hall of ships", "The map"),
    ("chenghu", 15, "promise", "", "周三前把礼盒的打样寄到门店", "礼盒打样"),
)
SWEPT = 18  # days, each in the morning


def build(world: World) -> None:
    told = world.working_moment(world.today - timedelta(days=300))
    world.plan(told, partial(_of_the_house, world))
    for key, outcome, days, first in (one for one in AGREED if one[0] in world.firms):
        day = world.today - timedelta(days=200)
        world.plan(world.working_moment(day), partial(_agree, world, key, outcome, days, first))
    for key, ago, kind, question, text, title in (one for one in ASKED if one[0] in world.firms):
        day = world.working_day_before(world.today - timedelta(days=ago))
        world.plan(world.moment(day, 10.2), partial(_ask, world, key, kind, question, text, title))
    for ago in range(SWEPT, -1, -1):
        day = world.today - timedelta(days=ago)
        world.plan(world.moment(day, 8.1), _pass)


def _of_the_house(world: World) -> None:
    through(SilenceRuleForm, HOUSE, by=world.staff["ada"]).start(by=world.staff["ada"])


def _agree(world: World, key: str, outcome: str, days: int, first: int) -> None:
    by, contact = world.staff[world.firms[key].owner], world.people[key][0]
    values = {"client": world.clients[key], "outcome": outcome, "days": days, "first_reminder": first}
    rule = through(SilenceRuleForm, values | {"promises": True, "decisions": True}, by=by)
    rule.agree(by=by, contact=contact, how="paper")


def _ask(world: World, key: str, kind: str, question: str, text: str, title: str) -> None:
    by, known = world.staff[world.firms[key].owner], world.people[key]
    contact = next((one for one in known if takes_mail(one)), known[0])
    values = {"client": world.clients[key], "contact": contact, "owner": by, "text": text}
    if kind == "promise":
        entry = through(PromiseForm, values | {"person": by, "side": "us"}, by=by)
    else:
        entry = through(DecisionForm, values | {"question": question, "side": "them"}, by=by)
    read_back([entry], by=by, contact=contact, title=title, send=bool(contact.emails))
    _deliver()


def _pass() -> None:
    sweep()
    _deliver()


def _deliver() -> None:
    """The demo has no mail server; what it told of silence arrived all the same."""
    system: Any = User.objects.system()
    for letter in Letter.objects.filter(record_type="agreements.readback", state="waiting"):
        letter.arrive(by=system)
