"""Three offers: one that ended and shows what it did, one that is open, one in preparation for potential clients."""

from datetime import date, timedelta
from functools import partial
from typing import Any

from zhike.clients.offers.forms import OfferForm
from zhike.clients.offers.models import Offer, Offering
from zhike.clients.stages.models import Stage
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.world import World

AUDIT = {
    "title": "A free look at what you have", "title_zh": "免费诊断一次现有设计", "gives": "service", "code": "AUDIT",
    "text": "半天现场诊断，附一页改进清单，不收费。\nHalf a day with you, and a page of what we would change. Free.",
}  # fmt: skip
TENTH = {
    "title": "A tenth off the next order", "title_zh": "下一单九折", "gives": "percent", "percent": "10",
    "code": "TENTH", "text": "下一单按合同价九折。\nTen per cent off the agreed price of your next order.",
    "most": 15,
}  # fmt: skip
FIRST = {
    "title": "First workshop free", "title_zh": "首次工作坊免费", "gives": "service", "code": "HELLO",
    "text": "两小时，与您的团队一起理清品牌要说什么。\nTwo hours with your people: what the brand has to say.",
}  # fmt: skip
NO = {"zh": "今年预算已经定了，明年再说", "en": "Budget is spoken for this year"}
NOTES = {"zh": "现场半天，清单已发", "en": "Half a day on site, list sent"}


def build(world: World) -> None:
    before = world.working_day_before(world.today - timedelta(days=64))
    world.plan(world.moment(before, 10.2), partial(_begin, world, AUDIT, before, 45, (1, 2)))
    lately = world.working_day_before(world.today - timedelta(days=9))
    world.plan(world.moment(lately, 10.2), partial(_begin, world, TENTH, lately, 40, (0, 1)))
    world.plan(world.working_moment(world.today - timedelta(days=2)), partial(_prepare, world))


def _begin(world: World, said: dict[str, Any], day: date, length: int, tiers: tuple[int, ...]) -> None:
    """Opened at once, for the clients of these tiers; two in three are offered it within a fortnight."""
    rule = {"field": "tier", "any_of": [world.tiers[place].pk for place in tiers]}
    offer = _through(world, said, day, day + timedelta(days=length), rule)
    offer.open(by=world.staff["mona"])
    for place, pk in enumerate(offer.eligible.order_by("pk").values_list("client", flat=True)):
        firm = next((one for one in world.firms.values() if world.clients[one.key].pk == pk), None)
        if firm and place % 3 != 2:
            world.plan(
                world.working_moment(day + timedelta(days=place % 12)), partial(_offer, world, offer, firm, place)
            )
    last = day + timedelta(days=length)
    if last < world.today:
        world.plan(world.moment(last, 18.2), partial(offer.end, by=world.staff["mona"]))


def _offer(world: World, offer: Offer, firm: Any, place: int) -> None:
    owner, client = world.staff[firm.owner], world.clients[firm.key]
    client.refresh_from_db()
    said = next((one for one in reversed(world.conversations) if one.client_id == client.pk), None)
    made = Offering.objects.add(
        by=owner, client=client, offer=offer, contact=world.people[firm.key][0],
        source_text=said.reference if said else "",
    )  # fmt: skip
    language = firm.languages[0]
    if place % 4 in (0, 1):
        day = world.working_day(offer.valid_from + timedelta(days=6 + place % 20))
        world.plan(
            world.moment(day, 16.4), partial(made.redeem, by=owner, on=day, note=NOTES.get(language, NOTES["en"]))
        )
    elif place % 4 == 3:
        day = offer.valid_from + timedelta(days=14 + place % 6)
        world.plan(world.working_moment(day), partial(made.decline, by=owner, why=NO.get(language, NO["en"])))


def _prepare(world: World) -> None:
    leads = list(Stage.objects.standing().filter(kind="lead").values_list("pk", flat=True))
    rule = {"field": "stage", "any_of": leads} if leads else None
    first = world.today + timedelta(days=7)
    _through(world, FIRST, first, first + timedelta(days=60), rule)


def _through(world: World, said: dict[str, Any], first: date, last: date, rule: Any) -> Any:
    return through(OfferForm, said | {"valid_from": first, "valid_until": last, "rule": rule}, by=world.staff["mona"])
