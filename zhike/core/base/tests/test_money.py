from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from zhike.core.base import money


@pytest.mark.parametrize(
    ("text", "region", "amount", "currency"),
    [
        ("$22,700.00", "CN", "22700.00", "USD"),
        ("¥1,200", "CN", "1200", "CNY"),
        ("￥１２００", "CN", "1200", "CNY"),
        ("¥1200", "JP", "1200", "JPY"),
        ("1.200,50 €", "CN", "1200.50", "EUR"),
        ("1 200,50 EUR", "FR", "1200.50", "EUR"),
        ("12万", "CN", "120000", "CNY"),
        ("1.234万元", "CN", "12340", "CNY"),
        ("3亿港币", "CN", "300000000", "HKD"),
        ("USD 1.5m", "CN", "1500000", "USD"),
        ("1,200,300", "CN", "1200300", "CNY"),
        ("1.200.300", "CN", "1200300", "CNY"),
        ("1.200", "DE", "1200", "EUR"),
        ("1,5", "CN", "1.5", "CNY"),
        ("0.125", "CN", "0.125", "CNY"),
        ("(1,200.00)", "US", "-1200.00", "USD"),
        ("-5 CHF", "CN", "-5", "CHF"),
        ("人民币1200元整", "CN", "1200", "CNY"),
        ("HK$ 88", "CN", "88", "HKD"),
        ("¥5元", "CN", "5", "CNY"),
        ("$5 HKD", "CN", "5", "HKD"),
        ("0", "CN", "0", "CNY"),
        ("12,34,567.89", "IN", "1234567.89", "INR"),
    ],
)
def test_it_reads_amounts_as_people_write_them(text: str, region: str, amount: str, currency: str) -> None:
    assert money.parse(text, region=region) == (Decimal(amount), currency)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "needs a number"),
        ("about ten", "needs a number"),
        ("5 - 7", "one number"),
        ("5 apples", "“apples” is no currency"),
        ("1.200", r"can mean two amounts. Write 1,200 or 1.20"),
        ("1,2,3", "is not a number"),
        ("9" * 20, "too large"),
    ],
)
def test_it_says_what_is_wrong(text: str, told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        money.parse(text, region="CN")


def test_it_shows_amounts_in_the_readers_manner() -> None:
    assert money.shown(Decimal(1200), "CNY", "zh-hans") == "¥1,200.00"
    assert money.shown(Decimal(1200), "EUR", "de") == "1.200,00\xa0€"


@given(st.decimals(0, 10**12, places=2), st.sampled_from(["CNY", "USD", "EUR", "GBP"]))
def test_what_it_stores_reads_back(amount: Decimal, currency: str) -> None:
    assert money.parse(f"{amount} {currency}", region="CN") == (amount, currency)


@given(st.text(max_size=30) | st.text("0123456789.,' -()¥$€万k", max_size=12), st.sampled_from(["CN", "DE", "XX"]))
def test_any_text_is_read_or_refused_in_words(text: str, region: str) -> None:
    try:
        amount, currency = money.parse(text, region=region)
    except ValidationError as refused:
        assert all(refused.messages)
    else:
        assert amount.is_finite() and len(currency) == 3
