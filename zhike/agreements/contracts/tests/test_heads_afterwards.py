"""Contracts sent before the ledger took heads down get theirs on an upgrade, as it went, and the chain holds."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from zhike.agreements.as_of import end_of, known_on, valid_on
from zhike.agreements.checking import check_chains
from zhike.agreements.choices import IN_THE_HEAD
from zhike.agreements.contracts.models import Contract, Edition, Instalment, offering
from zhike.agreements.contracts.sweep import note_heads
from zhike.agreements.models import Act, Clause
from zhike.core.access.models import User
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.timeline.moment import at

TODAY = timezone.localdate
MARCH, MAY, JUNE = date(2026, 3, 1), date(2026, 5, 4), date(2026, 6, 1)


@pytest.fixture
def earlier(monkeypatch, cast, contract):
    """The contract, in a version that took no heads down; `dearer` signs a second edition of it."""
    monkeypatch.setattr(offering, "state_head", lambda *_, **__: None)

    def sign(valid_from=None):
        contract.send(by=cast.lena, valid_from=valid_from)
        contract.sign(by=cast.lena, contact=cast.clara, how="paper")

    def dearer():
        contract.revise(by=cast.lena, reason="加一个院区")
        contract.amend(by=cast.lena, amount=Decimal(150_000))
        more = {"title": "加急费", "amount": Decimal(30_000), "currency": "CNY", "due_on": date(2026, 12, 1)}
        Instalment.objects.add(by=cast.lena, contract=contract, **more)
        contract.change_term(by=cast.lena, term=contract.terms.first(), aspect="deliverable", text="两个院区")
        sign(JUNE)

    contract.sign_it, contract.dearer = sign, dearer
    return contract


def noon(day):
    return end_of(day) - timedelta(hours=12)


def head(client, day, books=valid_on):
    return {one.entry.aspect: one for one in books(client, day) if one.entry.aspect in IN_THE_HEAD}


def taken_down():
    noted = note_heads()
    assert note_heads() == 0, "doing it again does nothing"
    assert not check_chains().faults
    return noted


def test_what_was_signed_is_valid_from_its_day_and_known_from_today(cast, earlier):
    with at(noon(MARCH)):
        earlier.sign_it()
    with at(noon(MAY)):
        earlier.dearer()
    before = list(Act.objects.chained(cast.qingchuan.pk).values_list("hash", flat=True))
    assert not head(cast.qingchuan, TODAY())
    assert taken_down() == 1
    assert list(Act.objects.chained(cast.qingchuan.pk).values_list("hash", flat=True))[: len(before)] == before
    then, now = head(cast.qingchuan, MAY), head(cast.qingchuan, JUNE)
    assert (then["total"].entry.amount, now["total"].entry.amount) == (Decimal(120_000), Decimal(150_000))
    assert set(now) == {"contract", "total", "period", "payment"}
    assert {one.said.contact for one in now.values()} == {cast.clara}
    assert not head(cast.qingchuan, MAY, known_on) and head(cast.qingchuan, TODAY(), known_on)
    last = now["contract"].said
    assert last.recorded_by == User.objects.system() and "2026-05-04" in last.words


def test_the_edition_that_said_it_is_found_and_sealed(cast, earlier):
    earlier.sign_it()
    taken_down()
    line = Clause.objects.get(aspect="contract")
    edition = Edition.objects.get()
    assert line.measure == edition.seen and line.state == "confirmed"
    Edition.objects.update(head=edition.head | {"signs": "王五"})
    assert check_chains().faults


def test_what_waits_is_signed_with_all_the_rest(cast, earlier, monkeypatch):
    earlier.send(by=cast.lena)
    taken_down()
    assert {one.state for one in Clause.objects.filter(aspect__in=IN_THE_HEAD)} == {"proposed"}
    earlier.sign(by=cast.lena, contact=cast.clara, how="paper")
    assert {one.state for one in Clause.objects.filter(aspect__in=IN_THE_HEAD)} == {"confirmed"}
    monkeypatch.undo()
    earlier.revise(by=cast.lena, reason="x")
    earlier.amend(by=cast.lena, amount=Decimal(1))
    earlier.send(by=cast.lena)
    assert Clause.objects.get(aspect="total", amount=1).supersedes.amount == 120_000


@pytest.mark.parametrize("end", ["void", "decline", "end", "revise"])
def test_what_is_over_or_was_never_signed_holds_nothing(cast, earlier, end):
    earlier.send(by=cast.lena)
    if end in ("void", "end"):
        earlier.sign(by=cast.lena, contact=cast.clara, how="paper")
    getattr(earlier, end)(by=cast.lena, reason="x")
    taken_down()
    assert not [one for one in head(cast.qingchuan, TODAY()).values() if one.said]
    held = "proposed" if end == "revise" else "withdrawn"
    assert {one.state for one in Clause.objects.filter(aspect__in=IN_THE_HEAD)} == {held}


def test_a_payment_left_out_later_is_over_from_that_day(cast, earlier):
    with at(noon(MARCH)):
        earlier.sign_it()
    with at(noon(MAY)):
        earlier.revise(by=cast.lena, reason="x")
        earlier.instalments.get(title="尾款").drop(by=cast.lena, reason="x")
        earlier.change_term(by=cast.lena, term=earlier.terms.first(), aspect="deliverable", text="一个院区")
        earlier.sign_it(JUNE)
    taken_down()

    def told(day):
        return sum("尾款" in one.entry.text for one in valid_on(cast.qingchuan, day))

    assert (told(JUNE - timedelta(days=1)), told(JUNE)) == (1, 0)


def test_heads_written_before_payments_had_a_number_are_taken_down_too(cast, earlier):
    earlier.sign_it()
    edition = Edition.objects.get()
    plan = [{name: value for name, value in row.items() if name != "id"} for row in edition.head["plan"]]
    Edition.objects.update(head=edition.head | {"plan": plan})
    taken_down()
    assert Clause.objects.filter(aspect="payment", state="confirmed").count() == 2


def test_only_the_program_does_it_and_only_where_it_lacks(cast, earlier, monkeypatch):
    earlier.send(by=cast.lena)
    for who in (cast.lena, cast.ada, cast.rita):
        with pytest.raises(Forbidden):
            earlier.note_head(by=who)
    monkeypatch.undo()
    taken_down()
    with pytest.raises(WrongState):
        earlier.note_head(by=User.objects.system())
    assert not Contract.objects.without_head().exists()
