"""A clause that is put otherwise on its own page, or left out, stays a clause of its contract."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from zhike.agreements.as_of import valid_on
from zhike.agreements.errors import OnlyWithContract
from zhike.agreements.models import Clause
from zhike.core.lifecycle.errors import WrongState
from zhike.core.timeline.delivery import deliver

TODAY = timezone.localdate
FIVE = {"text": "收到稿件后五个工作日内答复", "quantity": Decimal(5)}
OTHERWISE = {"reason": "五一", "how": "call"} | FIVE


def _answers(client, day=None):
    standing = valid_on(client, day or TODAY())
    return [one.entry.quantity for one in standing if one.entry.aspect == "response" and one.state == "confirmed"]


@pytest.fixture
def reworded(cast, signed):
    """They have five days instead of three: agreed on the phone, noted on the page of the clause."""
    signed.in_force.entries[2].renegotiate(by=cast.lena, agreed_by=cast.clara, **OTHERWISE)
    deliver()
    return signed


def test_it_ends_with_its_contract(cast, reworded):
    assert _answers(cast.qingchuan) == [Decimal(5)]
    reworded.void(by=cast.lena, reason="作废")
    assert not _answers(cast.qingchuan)


def test_what_is_written_next_says_what_holds(cast, reworded):
    assert reworded.terms.get(position=3).values["quantity"] == Decimal(5)
    reworded.revise(by=cast.lena, reason="提价")
    reworded.amend(by=cast.lena, amount=Decimal(150_000))
    reworded.send(by=cast.lena)
    reworded.sign(by=cast.lena, contact=cast.clara, how="paper")
    assert _answers(cast.qingchuan) == [Decimal(5)]
    assert Clause.objects.filter(aspect="response").count() == 2


def test_what_is_written_already_is_not_lost(cast, signed):
    signed.revise(by=cast.lena, reason="四天")
    term = signed.terms.get(position=3)
    signed.change_term(by=cast.lena, term=term, **(term.values | {"quantity": Decimal(4)}))
    signed.in_force.entries[2].renegotiate(by=cast.lena, agreed_by=cast.clara, **OTHERWISE)
    deliver()
    assert signed.terms.get(position=3).values["quantity"] == Decimal(4)
    signed.send(by=cast.lena)
    signed.sign(by=cast.lena, contact=cast.clara, how="paper")
    assert _answers(cast.qingchuan) == [Decimal(4)]


def test_left_as_signed_it_says_what_was_agreed_since(cast, reworded):
    reworded.revise(by=cast.lena, reason="提价")
    reworded.keep_as_signed(by=cast.lena, reason="维持")
    assert reworded.terms.get(position=3).values["quantity"] == Decimal(5)
    assert _answers(cast.qingchuan) == [Decimal(5)]


def test_left_out_of_the_next_edition_it_goes(cast, reworded):
    reworded.revise(by=cast.lena, reason="不限时")
    reworded.strike_term(by=cast.lena, term=reworded.terms.get(position=3))
    reworded.send(by=cast.lena)
    reworded.sign(by=cast.lena, contact=cast.clara, how="paper")
    assert not _answers(cast.qingchuan)


@pytest.fixture
def leaves_out(cast, signed):
    """The next edition, valid in a week, has no time to answer any more."""
    signed.revise(by=cast.lena, reason="不限时")
    signed.strike_term(by=cast.lena, term=signed.terms.get(position=3))
    signed.send(by=cast.lena, valid_from=TODAY() + timedelta(days=7))
    signed.sign(by=cast.lena, contact=cast.clara, how="paper")
    return signed


def test_left_out_of_an_edition_that_begins_later_it_holds_until_then(cast, leaves_out):
    assert _answers(cast.qingchuan, TODAY() + timedelta(days=6)) == [Decimal(3)]
    assert not _answers(cast.qingchuan, TODAY() + timedelta(days=7))


def test_void_nothing_holds_until_a_later_day(cast, leaves_out):
    leaves_out.void(by=cast.lena, reason="作废")
    assert not _answers(cast.qingchuan) and not _answers(cast.qingchuan, TODAY() + timedelta(days=3))


def test_another_wording_from_an_earlier_day_holds_alone(cast, clause):
    """Ten days from next week on; then eight, from tomorrow on."""
    for days, quantity in ((7, 10), (1, 8)):
        last = Clause.objects.filter(state="confirmed").get()
        said = {"text": f"{quantity} days", "quantity": Decimal(quantity), "reason": "x"}
        start = TODAY() + timedelta(days=days)
        last.renegotiate(by=cast.lena, valid_from=start, agreed_by=cast.clara, how="call", **said)
    found = [_answers(cast.qingchuan, TODAY() + timedelta(days=days)) for days in (0, 1, 6, 7, 30)]
    assert found == [[Decimal(3)], *[[Decimal(8)]] * 4]


@pytest.fixture
def clause(cast):
    return Clause.objects.add(
        by=cast.lena, client=cast.qingchuan, aspect="response", side="them", text="3 days", quantity=3,
        unit="working_days", contact_agreed=cast.clara, how="paper", valid_from=date(2026, 3, 12),
    )  # fmt: skip


def test_only_what_is_over_from_a_day_to_come_is_ended_earlier(cast, clause):
    clause.withdraw(by=cast.lena, reason="x", on=TODAY() + timedelta(days=7))
    assert _answers(cast.qingchuan, TODAY() + timedelta(days=6))
    clause.end_earlier(by=cast.lena, reason="x")
    assert not _answers(cast.qingchuan)
    with pytest.raises(WrongState):
        clause.end_earlier(by=cast.lena, reason="x")


def test_the_price_is_put_otherwise_by_the_next_edition_alone(cast, signed):
    total = Clause.objects.get(aspect="total")
    with pytest.raises(OnlyWithContract):
        total.renegotiate(by=cast.lena, reason="x", text="1 CNY", agreed_by=cast.clara, how="call")
