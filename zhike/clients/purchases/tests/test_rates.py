"""Amounts in the company's currency, at the rate of their day."""

import random
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from procrastinate.contrib.django.models import ProcrastinateJob

from zhike.clients.purchases import at_home as counting
from zhike.clients.purchases.at_home import at_home, refresh_at_home
from zhike.clients.purchases.forms import RateForm
from zhike.clients.purchases.models import Purchase, Rate
from zhike.core.access.preferences import change_company, company
from zhike.core.base.kept import forget_all
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.delivery import deliver_all

MAY = date(2026, 5, 3)


def rate(cast, day, value, currency="USD"):
    made = Rate.objects.add(by=cast.ada, currency=currency, day=day, rate=Decimal(value))
    forget_all()
    return made


def buy(cast, day=MAY, currency="USD", amount="100"):
    values = {"happened_on": day, "currency": currency, "amount": Decimal(amount)}
    return Purchase.objects.add(by=cast.lena, client=cast.qingchuan, **values)


def jobs():
    return list(ProcrastinateJob.objects.filter(task_name="purchases.refresh_at_home").values_list("args", flat=True))


def test_the_rate_of_the_last_day_on_or_before_counts(cast):
    rate(cast, MAY - timedelta(days=2), "7.1")
    rate(cast, MAY, "7.2")
    rate(cast, MAY + timedelta(days=1), "7.3")
    assert buy(cast).amount_home == Decimal(720)
    assert buy(cast, MAY - timedelta(days=1)).amount_home == Decimal(710)


def test_before_the_first_rate_nothing_is_guessed(cast):
    rate(cast, MAY, "7.2")
    assert buy(cast, MAY - timedelta(days=1)).amount_home is None


def test_the_companys_own_currency_needs_no_rate(cast):
    assert buy(cast, currency="CNY").amount_home == Decimal(100)


def test_a_rate_told_later_counts_for_what_was_bought_before(cast):
    purchase = buy(cast)
    made = rate(cast, MAY, "7.2")
    deliver_all()
    assert jobs() == [{"currency": "USD"}]
    assert refresh_at_home("USD") == 1
    purchase.refresh_from_db()
    assert purchase.amount_home == Decimal(720)
    assert refresh_at_home() == 0
    made.archive(by=cast.ada)
    refresh_at_home("USD")
    purchase.refresh_from_db()
    assert purchase.amount_home is None


def test_rates_of_one_currency_leave_the_others_alone(cast):
    rate(cast, MAY, "7.8", "EUR")
    assert buy(cast).amount_home is None


def test_another_company_currency_makes_all_be_counted_anew(cast):
    purchase = buy(cast)
    change_company(by=cast.ada, currency="USD")
    deliver_all()
    assert {"currency": ""} in jobs()
    refresh_at_home()
    purchase.refresh_from_db()
    assert purchase.amount_home == Decimal(100)


def test_a_colleague_may_read_rates_but_not_set_them(cast):
    with pytest.raises(Forbidden):
        Rate.objects.add(by=cast.lena, currency="USD", day=MAY, rate=Decimal(7))
    assert Rate.objects.visible_to(cast.lena) is not None


def test_the_form_refuses_a_second_rate_of_a_day_and_the_own_currency(cast):
    rate(cast, MAY, "7.2")
    again = RateForm({"currency": "USD", "day": MAY.isoformat(), "rate": "7.3"}, by=cast.ada)
    assert list(again.errors) == ["day"]
    own = RateForm({"currency": company().currency, "day": MAY.isoformat(), "rate": "1"}, by=cast.ada)
    assert list(own.errors) == ["currency"]
    nothing = RateForm({"currency": "USD", "day": "2026-05-04", "rate": "0"}, by=cast.ada)
    assert list(nothing.errors) == ["rate"]


@given(
    known=st.dictionaries(st.integers(0, 9), st.decimals("0.0001", "999", places=6), max_size=5),
    day=st.integers(0, 9),
    amount=st.decimals("-9999", "9999", places=4),
)
def test_the_rate_that_counts_is_the_latest_of_those_until_the_day(known, day, amount):
    rates = sorted((MAY + timedelta(days=one), worth) for one, worth in known.items())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counting, "_rates", lambda currency, home: rates)
        patch.setattr(counting, "company", lambda: type("Company", (), {"currency": "CNY"}))
        one = at_home(amount, "USD", MAY + timedelta(days=day))
    best = max((pair for pair in rates if pair[0] <= MAY + timedelta(days=day)), default=None)
    assert one == (None if best is None else _rounded(amount, best[1]))


def _rounded(amount: Decimal, worth: Decimal) -> Decimal:
    return (amount * worth).quantize(Decimal("0.0001"), ROUND_HALF_UP)


def test_counting_all_anew_comes_to_what_each_was_counted(cast):
    dice = random.Random(7)
    for away in dice.sample(range(30), 8):
        rate(cast, MAY + timedelta(days=away), f"{dice.uniform(0.01, 9):.6f}", dice.choice(("USD", "EUR")))
    made = [
        buy(
            cast,
            MAY + timedelta(days=dice.randrange(30)),
            dice.choice(("USD", "EUR", "CNY")),
            f"{dice.uniform(-9, 9999):.4f}",
        )
        for _ in range(40)
    ]
    Purchase.objects.update(amount_home=-1)
    assert refresh_at_home() == 40
    assert dict(Purchase.objects.values_list("pk", "amount_home")) == {one.pk: one.amount_home for one in made}


def test_the_database_rounds_as_we_do(db):
    with connection.cursor() as cursor:
        cursor.execute("select round(0.00005, 4), round(-0.00005, 4)")
        assert cursor.fetchone() == (
            _rounded(Decimal("0.00005"), Decimal(1)),
            _rounded(Decimal("-0.00005"), Decimal(1)),
        )
