"""What the clients bought of the studio, with the rates by which it adds up."""

from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from zhike.clients.purchases.forms import PurchaseForm
from zhike.clients.purchases.models import Rate
from zhike.clients.sourced import Source
from zhike.core.access.preferences import company
from zhike.core.timeline.moment import at
from zhike.surfaces.exchange.demo.clients import came_on
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.roster import Firm, firms
from zhike.surfaces.exchange.demo.wording import CURRENCIES, PRICES
from zhike.surfaces.exchange.demo.world import World

WORTH = {"USD": "7.17", "EUR": "7.86", "GBP": "9.28", "CAD": "5.21", "JPY": "0.0479"}  # in CNY, about
EACH = 130  # days between two things that we make for a client


def build(world: World) -> None:
    world.plan(world.beginning, partial(_set_rates, world))
    for firm in firms():
        if firm.key in world.firms:
            _plan(world, firm)


def _set_rates(world: World) -> None:
    """One a quarter, a little up and down; none where the company counts in another currency."""
    if company().currency != "CNY":
        return
    day, known = world.beginning.date() - timedelta(days=100), _known()
    while day <= world.today:
        with at(max(world.beginning, world.moment(day, 9.0))):
            for currency, worth in WORTH.items():
                rate = (Decimal(worth) * Decimal(world.dice.uniform(0.97, 1.03))).quantize(Decimal("0.0001"))
                if currency not in known:
                    Rate.objects.add(by=world.staff["ada"], currency=currency, day=day, rate=rate, source="Bank")
        day += timedelta(days=91)


def _known() -> set[str]:
    """A company that has rates of its own keeps them."""
    return set(Rate.objects.values_list("currency", flat=True))


def _plan(world: World, firm: Firm) -> None:
    day, number = came_on(world, firm) + timedelta(days=20 + world.dice.randrange(20)), 0
    until = world.today - timedelta(days=80 if "quiet" in firm.tags else 4)
    while day < until:
        world.plan(world.working_moment(day), partial(_buy, world, firm, number, world.working_day_before(day)))
        day, number = day + timedelta(days=EACH + world.dice.randrange(-40, 60)), number + 1


def _buy(world: World, firm: Firm, number: int, day: date) -> None:
    currency, things = CURRENCIES.get(firm.country, "EUR"), firm.things[firm.languages[number % len(firm.languages)]]
    price = PRICES[firm.size] * world.dice.uniform(0.5, 1.3) / float(WORTH.get(currency, 1))
    source = world.dice.choice((Source.INVOICE, Source.INVOICE, Source.CONTRACT))
    values = {
        "client": world.clients[firm.key],
        "happened_on": day,
        "what": things[number % len(things)],
        "quantity": world.dice.choice((500, 1000, 2000)) if firm.key in {"chenghu", "halfhill"} else None,
        "currency": currency,
        "amount": f"{round(price, -4 if currency == 'JPY' else -2):.0f}",
        "source": source,
        "source_text": f"{day:%Y-%m}-{world.dice.randrange(100, 999)}",
        "known_on": day,
    }
    through(PurchaseForm, values, by=world.staff[firm.owner])
