"""What is paid when: planned with the contract, invoiced, received, put right."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone, translation

from zhike.agreements.contracts.errors import AlreadyNoted, AlreadyStruck, NumberTaken, TooMuch
from zhike.agreements.contracts.forms import BillingForm, InstalmentForm
from zhike.agreements.contracts.models import Billing, Instalment
from zhike.agreements.contracts.parts import calendar, payments
from zhike.agreements.contracts.steps import InvoiceForm, ReceiveForm
from zhike.core.lifecycle.errors import WrongState
from zhike.core.pages.owed import Scope
from zhike.core.resources.reader import Reader
from zhike.core.timeline.models import Event
from zhike.core.timeline.sentences import say

TAX = "91330106MA2CDXRW3Q"


def _first(contract):
    return contract.instalments.order_by("pk").first()


@pytest.fixture
def invoiced(cast, signed):
    payment = _first(signed)
    payment.invoice(by=cast.lena, number="INV-1", on=date(2026, 3, 10), due_on=date(2026, 4, 9))
    return payment


def test_nothing_is_invoiced_before_the_contract_is_signed(cast, sent):
    with pytest.raises(WrongState):
        _first(sent).invoice(by=cast.lena, number="INV-1")


def test_a_number_is_given_once(cast, invoiced):
    other = invoiced.contract.instalments.exclude(pk=invoiced.pk).get()
    form = InvoiceForm({"number": "INV-1"}, record=other, by=cast.lena)
    assert "number" in form.errors


def test_it_is_received_in_parts(cast, invoiced):
    invoiced.receive(by=cast.lena, amount=Decimal(20_000))
    assert (invoiced.state, invoiced.left) == ("invoiced", Decimal(40_000))
    invoiced.receive(by=cast.lena, amount=Decimal(40_000))
    assert (invoiced.state, invoiced.left) == ("received", Decimal(0))


@pytest.mark.parametrize(("language", "said"), [("en", "CN¥20,000.00 was received"), ("zh-hans", "¥20,000.00")])
def test_its_history_tells_the_sum_as_its_reader_writes_money(cast, invoiced, language, said):
    event = invoiced.receive(by=cast.lena, amount=Decimal(20_000))
    with translation.override(language):
        assert said in say(event, Reader(cast.lena))


def test_what_is_noted_twice_counts_once(cast, invoiced):
    invoiced.receive(by=cast.lena, amount=Decimal(20_000), key="a")
    with pytest.raises(AlreadyNoted):
        invoiced.receive(by=cast.lena, amount=Decimal(20_000), key="a")
    assert invoiced.left == Decimal(40_000)
    assert Event.objects.filter(kind="payment.received").count() == 1


def test_a_receipt_is_struck_only_where_there_is_one(cast, invoiced, client):
    client.force_login(cast.lena)
    address = f"/payments/{invoiced.reference}/"
    assert "Strike a receipt" not in client.get(address).text
    invoiced.receive(by=cast.lena, amount=Decimal(20_000))
    assert "Strike a receipt" in client.get(address).text
    invoiced.correct(by=cast.lena, receipt=invoiced.receipts.get(), reason="退票")
    assert "Strike a receipt" not in client.get(address).text


def test_more_than_is_left_is_refused(cast, invoiced):
    with pytest.raises(TooMuch):
        invoiced.receive(by=cast.lena, amount=Decimal(60_001))
    assert not invoiced.receipts.exists()


def test_a_receipt_that_was_wrong_is_struck_and_still_shown(cast, invoiced):
    invoiced.receive(by=cast.lena, amount=Decimal(60_000))
    invoiced.correct(by=cast.lena, receipt=invoiced.receipts.get(), reason="退票")
    assert (invoiced.state, invoiced.left, invoiced.receipts.count()) == ("invoiced", Decimal(60_000), 1)


def test_an_invoice_is_taken_back_while_nothing_came(cast, invoiced):
    invoiced.take_back_invoice(by=cast.lena, reason="红冲")
    assert (invoiced.state, invoiced.number) == ("planned", "")
    invoiced.invoice(by=cast.lena, number="INV-2")
    assert invoiced.pay_by == timezone.localdate() + timedelta(days=30)
    invoiced.receive(by=cast.lena, amount=Decimal(1))
    with pytest.raises(WrongState):
        invoiced.take_back_invoice(by=cast.lena, reason="红冲")


def test_late_it_is_owed_by_them_and_shown_as_overdue(cast, invoiced):
    assert invoiced.is_overdue
    owed = list(payments(Reader(cast.lena), Scope(client=cast.qingchuan)))
    assert [(one.side, one.day) for one in owed] == [("them", date(2026, 4, 9)), ("us", date(2026, 9, 10))]


def test_what_was_signed_does_not_change(cast, signed):
    with pytest.raises(WrongState):
        _first(signed).amend(by=cast.lena, amount=Decimal(1))
    with pytest.raises(WrongState):
        Instalment.objects.add(
            by=cast.lena, contract=signed, title="再来一笔", amount=Decimal(1), currency="CNY", due_on=date(2026, 5, 1)
        )
    form = InstalmentForm(
        {"contract": signed.pk, "title": "再来一笔", "amount": "1", "due_on": "2026-05-01"}, by=cast.lena
    )
    assert "contract" in form.errors


def test_what_was_invoiced_does_not_change_in_a_draft(cast, invoiced):
    invoiced.contract.revise(by=cast.lena, reason="提价")
    with pytest.raises(WrongState):
        invoiced.amend(by=cast.lena, amount=Decimal(50_000))
    with pytest.raises(WrongState):
        invoiced.archive(by=cast.lena)


def test_what_nobody_signed_is_neither_invoiced_nor_owed(cast, signed):
    signed.revise(by=cast.lena, reason="加急")
    said = {"amount": Decimal(5), "currency": "CNY", "due_on": date(2026, 3, 1)}
    new = Instalment.objects.add(by=cast.lena, contract=signed, title="加急费", **said)
    with pytest.raises(WrongState):
        new.invoice(by=cast.lena, number="INV-9")
    owed = payments(Reader(cast.lena), Scope(client=cast.qingchuan))
    assert "加急费" not in str([one.title for one in owed])


def test_the_invoice_keeps_what_it_was_made_out_to(cast, signed):
    billing = Billing.objects.add(by=cast.lena, client=cast.qingchuan, title="杭州晴川医疗科技有限公司", tax_number=TAX)
    payment = _first(signed)
    payment.invoice(by=cast.lena, number="INV-1")
    billing.amend(by=cast.lena, title="晴川集团")
    payment.refresh_from_db()
    assert payment.made_out_to["title"] == "杭州晴川医疗科技有限公司"


@pytest.mark.parametrize(
    ("number", "wrong"), [(TAX, False), (TAX[:-1] + "K", True), ("123", True), ("", True), ("330106123456789", False)]
)
def test_a_chinese_tax_number_is_checked(cast, number, wrong):
    said = {"client": cast.qingchuan.pk, "title": "晴川", "kind": "ordinary", "tax_number": number}
    assert ("tax_number" in BillingForm(said, by=cast.lena).errors) is wrong


def test_a_special_invoice_needs_bank_and_address(cast):
    said = {"client": cast.qingchuan.pk, "title": "晴川", "kind": "special", "tax_number": TAX}
    assert {"address", "phone", "bank", "account"} <= set(BillingForm(said, by=cast.lena).errors)


def test_a_client_has_billing_details_once(cast):
    Billing.objects.add(by=cast.lena, client=cast.qingchuan, title="晴川")
    assert "client" in BillingForm({"client": cast.qingchuan.pk, "title": "晴川"}, by=cast.lena).errors


def test_what_waits_to_be_signed_is_not_dropped(cast, sent):
    with pytest.raises(WrongState):
        _first(sent).drop(by=cast.lena, reason="合并")
    with pytest.raises(WrongState):
        _first(sent).amend(by=cast.lena, after="验收后")


def test_two_at_once_do_not_give_the_same_number(cast, invoiced):
    """The form had let it pass, since the other was not there yet."""
    other = invoiced.contract.instalments.exclude(pk=invoiced.pk).get()
    with pytest.raises(NumberTaken, match="INV-1"):
        other.invoice(by=cast.lena, number="INV-1")


def test_a_form_that_is_sent_twice_counts_once(cast, invoiced):
    said = ReceiveForm(record=invoiced, by=cast.lena).initial | {"amount": "20000", "on": ""}
    form = ReceiveForm(said, record=invoiced, by=cast.lena)
    assert form.is_valid()
    invoiced.receive(by=cast.lena, **form.cleaned_data)
    with pytest.raises(AlreadyNoted):
        invoiced.receive(by=cast.lena, **form.cleaned_data)
    assert invoiced.left == Decimal(40_000) and invoiced.receipts.count() == 1


def test_a_receipt_is_struck_once(cast, invoiced):
    invoiced.receive(by=cast.lena, amount=Decimal(20_000))
    receipt = invoiced.receipts.get()
    invoiced.correct(by=cast.lena, receipt=receipt, reason="退票")
    with pytest.raises(AlreadyStruck):
        invoiced.correct(by=cast.lena, receipt=receipt, reason="退票")


def test_what_was_invoiced_is_owed_though_the_contract_is_void(cast, invoiced):
    invoiced.contract.void(by=cast.lena, reason="作废")
    owed = list(payments(Reader(cast.lena), Scope(client=cast.qingchuan)))
    assert [(one.side, one.reference) for one in owed] == [("them", invoiced.reference)]
    assert invoiced in Instalment.objects.overdue(timezone.localdate())


def test_the_calendar_shows_the_day_by_which_an_invoice_is_to_be_paid(cast, invoiced):
    days = [one.day for one in calendar(Reader(cast.lena), [cast.lena.pk], date(2026, 3, 1), date(2026, 12, 1))]
    assert sorted(days) == [date(2026, 4, 9), date(2026, 9, 10)]


def test_a_chinese_invoice_says_code_and_tax(cast, signed):
    payment = _first(signed)
    said = {"number": "12345678", "code": "1100194130", "tax_rate": "6"}
    form = InvoiceForm(said, record=payment, by=cast.lena)
    assert form.is_valid(), form.errors
    payment.invoice(by=cast.lena, **form.cleaned_data)
    assert (payment.code, payment.tax) == ("1100194130", "CN¥3,396.23")
    assert "code" in InvoiceForm(said | {"code": "11"}, record=payment, by=cast.lena).errors


def test_an_invoice_that_was_reversed_is_kept_with_its_credit_note(cast, invoiced, client):
    invoiced.take_back_invoice(by=cast.lena, reason="抬头有误", red="红字00012")
    invoiced.invoice(by=cast.lena, number="INV-2")
    assert [(one["number"], one["red"]) for one in invoiced.taken_back] == [("INV-1", "红字00012")]
    client.force_login(cast.lena)
    page = client.get(f"/payments/{invoiced.reference}/").content.decode()
    assert "INV-1" in page and "红字00012" in page
