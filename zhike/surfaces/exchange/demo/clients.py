"""The clients and their people, each through its form, from the day on which they came to us."""

from datetime import date, timedelta
from functools import partial
from typing import Any

from zhike.clients.forms import ClientForm, ContactForm
from zhike.core.base import tax_number
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.roster import Firm, Person, firms
from zhike.surfaces.exchange.demo.wording import CURRENCIES
from zhike.surfaces.exchange.demo.world import World

FEW = {"coppice"}  # seen by owner, deputy and managers above alone
LEFT = {"oldquay"}  # archived: their company is gone
DIAL = {
    "GB": "+44 117 496 {:04}", "DE": "+49 40 6690 {:04}", "NO": "+47 55 90 {:04}", "US": "+1 503 555 {:04}",
    "SE": "+46 40 628 {:04}", "IE": "+353 91 42 {:04}", "IT": "+39 040 36 {:04}", "JP": "+81 75 213 {:04}",
    "NL": "+31 30 230 {:04}", "CA": "+1 604 555 {:04}",
}  # fmt: skip
ZONES = {
    "CN": "Asia/Shanghai", "GB": "Europe/London", "DE": "Europe/Berlin", "NO": "Europe/Oslo", "IE": "Europe/Dublin",
    "US": "America/New_York", "SE": "Europe/Stockholm", "IT": "Europe/Rome", "JP": "Asia/Tokyo",
    "NL": "Europe/Amsterdam", "CA": "America/Vancouver",
}  # fmt: skip


def build(world: World) -> None:
    """At a small scale the first of the list, and the one that left."""
    count = max(4, round(len(firms()) * world.scale))
    for place, firm in enumerate(firms()):
        if place < count or firm.key in LEFT:
            world.firms[firm.key] = firm
            _plan(world, firm)


def came_on(world: World, firm: Firm) -> date:
    """Those who were with us before Zhike came are entered in its first days."""
    came = max(world.today - timedelta(days=firm.months * 30), world.beginning.date() + timedelta(days=1))
    return world.working_day(came)


def _plan(world: World, firm: Firm) -> None:
    world.plan(world.working_moment(came_on(world, firm)), partial(_come, world, firm))
    if firm.key in LEFT:
        gone = world.working_moment(world.today - timedelta(days=70))
        world.plan(gone, partial(_leave, world, firm))


def _come(world: World, firm: Firm) -> None:
    by = world.staff[firm.owner]
    client = world.clients[firm.key] = through(ClientForm, _values(world, firm), by=by)
    world.people[firm.key] = [
        through(ContactForm, _person(world, firm, one, client), by=by) for one in firm.people
    ]  # fmt: skip


def _leave(world: World, firm: Firm) -> None:
    world.clients[firm.key].archive(by=world.staff["mona"])


def _values(world: World, firm: Firm) -> dict[str, Any]:
    alike = ("name", "short_name", "country", "province", "city", "district", "industry", "size", "about")
    chinese = firm.language != "en"
    return {name: getattr(firm, name) for name in alike} | {
        "kind": "person" if "个人" in firm.tags else "organisation",
        "owner": world.staff[firm.owner],
        "deputy": world.staff.get(firm.deputy),
        "tags": firm.tags,
        "language": "zh" if chinese else "en",
        "phones": [_phone(world, firm)],
        "emails": [f"hello@{firm.domain}"],
        "website": f"https://www.{firm.domain}",
        "tax_number": _tax_number(world) if firm.country == "CN" and firm.size not in {"1-9"} else "",
        "time_zone": ZONES[firm.country],
        "reachable": "09:00-12:00 13:30-18:00" if chinese else "09:00-17:00",
        "visibility": "few" if firm.key in FEW else "",
        **_own(world, firm),
    }


def _own(world: World, firm: Firm) -> dict[str, Any]:
    """The studio's own fields; not known for everybody."""
    ends = world.today + timedelta(days=world.dice.choice((35, 80, 160, 220, 300)))
    volume = {"1-9": 12_000, "10-49": 60_000, "50-249": 180_000, "250-999": 420_000, "1000+": 960_000}[firm.size]
    found = world.dice.choice(("Referral 介绍", "Fair 展会", "Website 官网", "Tender 招标"))
    currency = CURRENCIES.get(firm.country, "EUR")
    known = {"own_found_us": found, "own_yearly_budget": f"{volume * (20 if currency == 'JPY' else 1)} {currency}"}
    return known | ({"own_contract_ends": ends} if "retainer" in firm.tags or "key" in firm.tags else {})


def _person(world: World, firm: Firm, one: Person, client: Any) -> dict[str, Any]:
    chinese = one.name[0] > "\u2e80"
    return {
        "name": one.name,
        "client": client,
        "form_of_address": one.called,
        "title": one.title,
        "role": one.role,
        "preferred_channel": one.channel,
        "language": "zh" if chinese else "en",
        "phones": [_phone(world, firm, own=True)],
        "emails": [_email(firm, one)],
        "wechat": f"{firm.key}_{world.dice.randrange(1000):03}" if chinese else "",
        "time_zone": client.time_zone,
    }


def _email(firm: Firm, one: Person) -> str:
    """Chinese names by their pinyin, as their mail systems do."""
    from pypinyin import lazy_pinyin

    plain = "".join(lazy_pinyin(one.name)) if one.name[0] > "\u2e80" else one.name.split()[0]
    ascii_only = plain.lower().encode("ascii", "ignore").decode() or "post"
    return f"{ascii_only}@{firm.domain}"


def _phone(world: World, firm: Firm, own: bool = False) -> str:
    number = world.dice.randrange(10_000)
    if firm.country != "CN":
        return DIAL[firm.country].format(number)
    return f"+86 138 5710 {number:04}" if own else f"+86 571 8710 {number:04}"


def _tax_number(world: World) -> str:
    first = "91330100MA" + "".join(world.dice.choice("0123456789ABCDEFGH") for _place in range(7))
    return first + tax_number.check_digit(first)
