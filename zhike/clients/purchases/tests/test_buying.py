"""Noting what a client bought."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from zhike.clients.models import Client
from zhike.clients.purchases.forms import PurchaseForm
from zhike.clients.purchases.models import Purchase, Rate
from zhike.clients.purchases.sums import bought_lately, with_purchases
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.models import Event

DAY = date(2026, 5, 3)


def buy(cast, amount="1200", currency="CNY", day=DAY, **more):
    values = {"client": cast.qingchuan, "happened_on": day, "amount": Decimal(amount), "currency": currency}
    return Purchase.objects.add(by=cast.lena, **values | more)


def said(cast, **more):
    return PurchaseForm(
        {"client": cast.qingchuan.pk, "happened_on": "2026-05-03", "amount": "1200"} | more, by=cast.lena
    )


def test_it_stands_on_the_clients_timeline(cast):
    purchase = buy(cast, what="Booking app")
    told = Event.objects.get(record_type="purchases.purchase")
    assert (told.client, told.record_id, told.actor) == (cast.qingchuan, purchase.pk, cast.lena)


def test_it_refuses_a_reader(cast):
    with pytest.raises(Forbidden):
        Purchase.objects.add(by=cast.rita, client=cast.qingchuan, happened_on=DAY, amount=Decimal(1), currency="CNY")


def test_an_edit_of_the_amount_is_told_with_what_was(cast):
    purchase = buy(cast)
    told = purchase.amend(by=cast.omar, amount=Decimal("1300.50"))
    assert told.fact("changed") == {"amount": ["1200", "1300.5"]}
    assert purchase.amount_home == Decimal("1300.50")


@pytest.mark.parametrize(
    ("amount", "currency", "read"),
    [
        ("1200", "", ("1200", "CNY")),
        ("€1,200.50", "", ("1200.50", "EUR")),
        ("12万", "", ("120000", "CNY")),
        ("1200", "usd", ("1200", "USD")),
        ("$1200", "CAD", ("1200", "CAD")),
        ("-300", "人民币", ("-300", "CNY")),
    ],
)
def test_the_form_reads_money_as_people_write_it(cast, amount, currency, read):
    form = said(cast, amount=amount, currency=currency)
    assert form.is_valid(), form.errors
    assert (form.values["amount"], form.values["currency"]) == (Decimal(read[0]), read[1])


def test_the_form_refuses_two_currencies_in_one_purchase(cast):
    form = said(cast, amount="€1200", currency="USD")
    assert "EUR" in str(form.errors["amount"]) and "USD" in str(form.errors["amount"])


def test_the_form_refuses_a_currency_there_is_not(cast):
    assert list(said(cast, currency="Taler").errors) == ["currency"]


def test_the_form_refuses_a_day_that_lies_ahead(cast):
    ahead = timezone.localdate() + timedelta(days=1)
    assert list(said(cast, happened_on=ahead.isoformat()).errors) == ["happened_on"]


def test_it_says_where_it_is_known_from_and_as_of_today(cast):
    form = said(cast, source="invoice", source_text="No. 2026-117")
    assert form.is_valid(), form.errors
    assert form.values["source"] == "invoice" and form.values["known_on"] == timezone.localdate()


def test_the_client_page_shows_them_in_rail_and_tab(cast, client):
    today = timezone.localdate()
    buy(cast, "1200", what="Booking app", day=today, source="contract", source_text="see CV-12", known_on=today)
    buy(cast, "800", day=today - timedelta(days=400))
    client.force_login(cast.lena)
    page = client.get(f"/clients/{cast.qingchuan.reference}/").content.decode()
    assert "1,200.00" in page and "1 of 2 in all" in page
    tab = client.get(f"/clients/{cast.qingchuan.reference}/?tab=purchases").content.decode()
    assert "Booking app" in tab and "Contract" in tab and 'href="/conversations/CV-12/"' in tab


def test_a_client_that_bought_nothing_has_no_rail_about_it(cast, client):
    client.force_login(cast.lena)
    assert "12 months" not in client.get(f"/clients/{cast.qingchuan.reference}/").content.decode()


def test_the_list_adds_up_what_it_shows_when_asked(cast, client):
    buy(cast, "1200")
    buy(cast, "800.50")
    buy(cast, "10", "USD")
    Purchase.objects.add(by=cast.ida, client=cast.tramlight, happened_on=DAY, amount=Decimal(5), currency="CNY")
    client.force_login(cast.lena)
    assert "<tfoot>" not in client.get("/purchases/").content.decode()
    page = client.get("/purchases/?totals=1").content.decode()
    assert "2,000.50" in page and "1 without a rate" in page


def test_a_client_is_asked_for_count_sum_and_last(cast):
    today = timezone.localdate()
    buy(cast, "1200", day=today)
    buy(cast, "800", day=today - timedelta(days=400))
    buy(cast, "10", "USD", day=today)
    buy(cast, "99").archive(by=cast.lena)
    found = with_purchases(Client.objects.all()).get(pk=cast.qingchuan.pk)
    assert (found.purchase_count, found.purchase_sum, found.last_purchase) == (3, Decimal(2000), today)
    lately = with_purchases(Client.objects.all(), since=today - timedelta(days=30)).get(pk=cast.qingchuan.pk)
    assert (lately.purchase_count, lately.purchase_sum) == (2, Decimal(1200))
    nothing = with_purchases(Client.objects.all()).get(pk=cast.tramlight.pk)
    assert (nothing.purchase_count, nothing.purchase_sum, nothing.last_purchase) == (0, Decimal(0), None)
    ever, year = bought_lately(cast.qingchuan, today)
    assert (ever.count, ever.unknown, year.count, year.amount, year.unknown) == (3, 1, 2, Decimal(1200), 1)


def test_a_list_can_be_narrowed_to_a_client_and_an_amount(cast, client):
    cheap, dear = buy(cast, "10"), buy(cast, "5000")
    client.force_login(cast.lena)
    page = client.get(f"/purchases/?client={cast.qingchuan.reference}&amount_home=1000..").content.decode()
    assert dear.reference in page and cheap.reference not in page
    assert dear.reference not in client.get(f"/purchases/?client={cast.tramlight.reference}").content.decode()


def test_a_rate_cannot_be_guessed(cast):
    assert buy(cast, "10", "USD").amount_home is None
    assert not Rate.objects.exists()
