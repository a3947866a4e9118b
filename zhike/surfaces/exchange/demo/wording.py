"""Fills the blanks of a text: {thing}, {client}, {due}, prices, and people by their role, as they wish to be called."""

from calendar import month_name
from collections.abc import Callable
from datetime import date

from zhike.surfaces.exchange.demo.roster import Firm

ROLES = ("decides", "runs", "uses", "pays", "advises", "opposes")
PRICES = {"1-9": 9_000, "10-49": 36_000, "50-249": 88_000, "250-999": 160_000, "1000+": 280_000}
CURRENCIES = {"CN": "CNY", "GB": "GBP", "US": "USD", "CA": "CAD", "JP": "JPY"}  # elsewhere EUR
SIGNS = {"CN": "¥", "GB": "£", "US": "US$", "CA": "C$", "JP": "JP¥"}


def worded(firm: Firm, thing: str, due: date | None) -> Callable[[str], str]:
    chinese = thing[0] > "\u2e80"
    blanks = {role: firm.who(role).called for role in ROLES}
    blanks |= {"thing": thing, "client": firm.short_name, "due": _day(due, chinese) if due else ""}
    blanks |= {"price": _price(firm, 1.0), "price2": _price(firm, 0.7)}
    return lambda text: text.format(**blanks)


def _day(day: date, chinese: bool) -> str:
    return f"{day.month}月{day.day}日" if chinese else f"{day.day} {month_name[day.month]}"


def _price(firm: Firm, share: float) -> str:
    """A little different for each client."""
    amount = PRICES[firm.size] * share * (0.8 + len(firm.name) % 7 / 15)
    if firm.country not in {"CN", "JP"}:
        amount /= 7
    return f"{SIGNS.get(firm.country, '€')}{round(amount, -2):,.0f}"
