"""Contracts come to their end: somebody is told in time, what outlasts them stays."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from zhike.agreements.choices import IN_THE_HEAD
from zhike.agreements.contracts.choices import Renewal
from zhike.agreements.contracts.models import Contract
from zhike.agreements.contracts.sweep import sweep
from zhike.agreements.models import Clause
from zhike.core.access.models import User
from zhike.core.lifecycle.transition import steps_of
from zhike.core.todos.models import Todo

TODAY = timezone.localdate


@pytest.fixture
def ending(cast):
    """Signed; one of its clauses outlasts it; it ended yesterday."""

    def make(**more):
        contract = Contract.objects.add(
            by=cast.lena, client=cast.qingchuan, contact=cast.clara, owner=cast.lena, title="维护合同",
            **({"starts_on": TODAY() - timedelta(days=300), "ends_on": TODAY() - timedelta(days=1)} | more),
        )  # fmt: skip
        contract.add_term(by=cast.lena, aspect="term", side="us", text="每月维护")
        contract.add_term(by=cast.lena, aspect="term", side="them", text="保密三年", outlasts=True)
        contract.send(by=cast.lena)
        contract.sign(by=cast.lena, contact=cast.clara, how="paper")
        return contract

    return make


def _after(contract):
    sweep(TODAY())
    return Contract.objects.get(pk=contract.pk)


def test_it_ends_and_only_what_outlasts_it_stands(ending):
    contract = _after(ending())
    assert contract.state == "ended"
    assert {one.text: one.state for one in Clause.objects.exclude(aspect__in=IN_THE_HEAD)} == {
        "每月维护": "withdrawn",
        "保密三年": "confirmed",
    }


def test_it_goes_on_by_itself_as_agreed(ending):
    contract = ending(renewal=Renewal.GOES_ON, renews_months=6, ends_on=TODAY() - timedelta(days=200))
    after = _after(contract)
    assert after.state == "signed" and after.ends_on > TODAY()
    assert not Clause.objects.filter(state="withdrawn").exists()


def test_it_runs_as_it_was_signed_whatever_is_proposed(cast, ending):
    contract = ending(ends_on=TODAY() + timedelta(days=200))
    contract.revise(by=cast.lena, reason="提前结束")
    contract.amend(by=cast.lena, ends_on=TODAY() - timedelta(days=1))
    contract.send(by=cast.lena)
    assert sweep(TODAY()) == (0, 0)
    contract.keep_as_signed(by=cast.lena, reason="维持")
    assert contract.ends_on == TODAY() + timedelta(days=200)


def test_the_day_of_the_month_does_not_wander(cast, ending):
    contract = ending(starts_on=date(2025, 1, 1), ends_on=date(2025, 12, 31), renewal=Renewal.GOES_ON, renews_months=2)
    for _ in range(2):
        contract.renew(by=User.objects.system())
    assert contract.runs_until == date(2026, 4, 30) and contract.ends_on == contract.runs_until
    contract.renew(by=User.objects.system())
    contract.renew(by=User.objects.system())
    assert contract.runs_until == date(2026, 8, 31)


def test_whoever_looks_after_it_is_told_once_in_time(cast, ending):
    contract = ending(ends_on=TODAY() + timedelta(days=40), notice_days=30)
    sweep(TODAY())
    sweep(TODAY())
    todo = Todo.objects.get()
    assert todo.owner == cast.lena and todo.due_on == contract.ends_on - timedelta(days=30)


def test_long_before_nobody_is_told(ending):
    ending(ends_on=TODAY() + timedelta(days=60), notice_days=30)
    assert sweep(TODAY()) == (0, 0)


def test_ended_by_hand_today_its_clauses_go(cast, ending):
    contract = ending(ends_on=None)
    contract.end(by=cast.lena, reason="项目完成")
    assert contract.ends_on == TODAY()
    assert Clause.objects.get(text="每月维护").state == "withdrawn"


def test_making_it_void_and_ending_it_look_different_where_only_icons_are_left(cast, ending):
    contract = ending(ends_on=None)
    icons = {name: step.icon for name, step in steps_of(Contract).items() if step.offered_to(cast.lena, contract)}
    assert {"void", "end"} <= set(icons)
    assert len(set(icons.values())) == len(icons), icons
    assert len({steps_of(Contract)[name].icon for name in ("void", "end", "decline")}) == 3


def test_ended_before_it_began_it_ends_on_its_first_day(cast, ending):
    contract = ending(starts_on=TODAY() + timedelta(days=30), ends_on=None)
    contract.end(by=cast.lena, reason="不做了")
    assert (contract.state, contract.ends_on) == ("ended", TODAY() + timedelta(days=30))
    assert Clause.objects.get(text="每月维护").state == "withdrawn"


def test_a_contract_ends_while_a_change_of_it_waits(cast, ending):
    contract = ending()
    contract.revise(by=cast.lena, reason="延长")
    contract.amend(by=cast.lena, amount=Decimal(5), currency="CNY")
    contract.send(by=cast.lena)
    assert _after(contract).state == "ended"
    assert [one.outcome for one in contract.editions.all()] == ["signed", "taken_back"]


def test_its_last_day_is_a_day_on_which_it_holds(ending):
    contract = ending(ends_on=TODAY())
    assert _after(contract).state == "signed"
    assert contract.notice_by == TODAY() - timedelta(days=30) != date.min
