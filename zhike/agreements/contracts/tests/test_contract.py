"""A contract is written, sent, signed, changed and left, and the ledger says what held when."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from zhike.agreements.as_of import valid_on
from zhike.agreements.checking import check_chains
from zhike.agreements.choices import IN_THE_HEAD
from zhike.agreements.contracts.errors import EndsTooSoon
from zhike.agreements.contracts.models import Instalment
from zhike.agreements.models import Clause
from zhike.core.access.models import User
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.lifecycle.transition import steps_of

TODAY = timezone.localdate


def _texts(client, day):
    """Of the clauses that were agreed; the head has tests of its own."""
    return [one.entry.text for one in valid_on(client, day) if one.said and one.entry.aspect not in IN_THE_HEAD]


def test_what_is_written_is_no_clause_before_it_is_sent(contract):
    assert not Clause.objects.exists()
    assert [str(one) for one in contract.terms.all()] == [
        "挂号小程序，含后台",
        "设计稿可修改三轮",
        "收到稿件后三个工作日内答复",
    ]


def test_sent_it_is_an_edition_of_clauses_that_nobody_confirmed(cast, sent):
    edition = sent.latest
    assert (sent.state, edition.number, edition.outcome) == ("sent", 1, "sent")
    assert [one.state for one in edition.entries] == ["proposed"] * 3
    assert edition.entries[0].source_id == sent.pk
    assert [one["title"] for one in edition.head["plan"]] == ["首付款", "尾款"]
    assert not _texts(cast.qingchuan, TODAY())


def test_signed_its_clauses_hold_from_the_day_on_which_it_begins(cast, signed):
    assert signed.state == "signed" and signed.in_force.outcome == "signed"
    assert len(_texts(cast.qingchuan, date(2026, 3, 2))) == 3
    assert not _texts(cast.qingchuan, date(2026, 2, 28))
    assert {one.confirmed_by for one in signed.in_force.entries} == {cast.clara}
    assert not check_chains(cast.qingchuan.pk).faults


def test_a_change_holds_only_once_it_is_signed(cast, signed):
    signed.revise(by=cast.lena, reason="他们要更多时间")
    term = signed.terms.get(position=3)
    signed.change_term(
        by=cast.lena, term=term, **(term.values | {"text": "收到稿件后五个工作日内答复", "quantity": Decimal(5)})
    )
    signed.send(by=cast.lena)
    assert "收到稿件后三个工作日内答复" in _texts(cast.qingchuan, TODAY())
    signed.sign(by=cast.lena, contact=cast.clara, how="paper")
    now = _texts(cast.qingchuan, TODAY())
    assert "收到稿件后五个工作日内答复" in now and "收到稿件后三个工作日内答复" not in now
    assert "收到稿件后三个工作日内答复" in _texts(cast.qingchuan, TODAY() - timedelta(days=1))
    assert [one.outcome for one in signed.editions.all()] == ["replaced", "signed"]
    assert Clause.objects.exclude(aspect__in=IN_THE_HEAD).count() == 4  # what did not change is the clause that it was


def test_a_figure_written_as_a_number_is_no_change(cast, contract):
    contract.add_term(by=cast.lena, aspect="revisions", side="us", text="图标可修改两轮", quantity=2, unit="rounds")
    contract.send(by=cast.lena)
    assert not contract.terms.last().differs(contract.latest.entries[-1])


def test_a_clause_that_the_next_edition_leaves_out_is_over_once_that_is_signed(cast, signed):
    signed.revise(by=cast.lena, reason="修改不限轮次")
    signed.strike_term(by=cast.lena, term=signed.terms.get(position=2))
    signed.send(by=cast.lena)
    assert "设计稿可修改三轮" in _texts(cast.qingchuan, TODAY())
    signed.sign(by=cast.lena, contact=cast.clara, how="paper")
    assert "设计稿可修改三轮" not in _texts(cast.qingchuan, TODAY())


def test_declined_what_was_offered_is_withdrawn(cast, sent):
    sent.decline(by=cast.lena, contact=cast.clara, reason="太贵")
    assert sent.state == "declined" and sent.latest.reason == "太贵"
    assert {one.state for one in sent.latest.entries} == {"withdrawn"}
    sent.revise(by=cast.lena, reason="便宜一点")
    sent.send(by=cast.lena)
    assert [one.state for one in sent.latest.entries] == ["proposed"] * 3


def test_a_change_that_is_declined_leaves_what_was_signed(cast, signed):
    signed.revise(by=cast.lena, reason="提价")
    before = [(one.title, one.amount) for one in signed.instalments.planned()]
    signed.amend(by=cast.lena, amount=Decimal(150_000))
    first, last = signed.instalments.planned()
    first.amend(by=cast.lena, amount=Decimal(90_000))
    last.drop(by=cast.lena, reason="合并")
    add = {"contract": signed, "currency": "CNY", "due_on": date(2026, 12, 1)}
    Instalment.objects.add(by=cast.lena, title="加急费", amount=Decimal(5), **add)
    term = signed.terms.get(position=2)
    signed.change_term(by=cast.lena, term=term, **(term.values | {"quantity": Decimal(1)}))
    signed.send(by=cast.lena)
    signed.decline(by=cast.lena, contact=cast.clara, reason="不同意")
    assert len(_texts(cast.qingchuan, TODAY())) == 3
    signed.keep_as_signed(by=cast.lena, reason="维持原合同")
    assert (signed.state, signed.amount) == ("signed", Decimal(120_000))
    assert signed.terms.get(position=2).values["quantity"] == Decimal(3)
    assert [(one.title, one.amount) for one in signed.instalments.planned()] == before
    assert [one.entry for one in signed.terms.all()] == signed.in_force.entries


def test_what_was_reworded_before_it_was_signed_holds_alone(cast, signed):
    """Sent, taken back, put otherwise and sent again: only the last wording takes the place of what was signed."""
    for days in (5, 4):
        signed.revise(by=cast.lena, reason="再改")
        term = signed.terms.get(position=3)
        said = {"text": f"收到稿件后{days}个工作日内答复", "quantity": Decimal(days)}
        signed.change_term(by=cast.lena, term=term, **(term.values | said))
        signed.send(by=cast.lena)
    signed.sign(by=cast.lena, contact=cast.clara, how="paper")
    states = {one.text: one.state for one in Clause.objects.filter(aspect="response")}
    assert states == {
        "收到稿件后三个工作日内答复": "superseded",
        "收到稿件后5个工作日内答复": "withdrawn",
        "收到稿件后4个工作日内答复": "confirmed",
    }


def test_asking_about_what_holds_does_not_suspend_it(cast, signed):
    signed.revise(by=cast.lena, reason="提价")
    signed.amend(by=cast.lena, amount=Decimal(150_000))
    signed.send(by=cast.lena)
    clause = signed.latest.entries[1]
    signed.note_question(by=User.objects.system(), words="三轮怎么算？", clause=clause)
    signed.decline(by=cast.lena, contact=cast.clara, reason="不同意")
    assert len(_texts(cast.qingchuan, TODAY())) == 3


def test_what_is_in_question_and_struck_from_a_draft_holds_until_it_is_signed(cast, signed):
    clause = signed.in_force.entries[1]
    clause.ask(by=cast.lena, words="三轮怎么算？", contact=cast.clara, how="call")
    signed.revise(by=cast.lena, reason="修改不限轮次")
    signed.strike_term(by=cast.lena, term=signed.terms.get(position=2))
    signed.send(by=cast.lena)
    clause.refresh_from_db()
    assert clause.state == "questioned"


def test_what_was_sent_is_not_put_away(cast, contract):
    assert type(contract).archive.step.starts_from(contract)
    contract.send(by=cast.lena)
    with pytest.raises(WrongState):
        contract.archive(by=cast.lena)


def test_void_nothing_of_it_holds(cast, signed):
    signed.void(by=cast.lena, reason="双方同意作废")
    assert not _texts(cast.qingchuan, TODAY())
    assert signed.editions.get().outcome == "void"
    assert len(_texts(cast.qingchuan, TODAY() - timedelta(days=1))) == 3


def test_what_was_sent_does_not_change(cast, sent):
    with pytest.raises(WrongState):
        sent.amend(by=cast.lena, amount=Decimal(1))
    with pytest.raises(WrongState):
        sent.add_term(by=cast.lena, aspect="term", side="us", text="另加一条")
    sent.amend(by=cast.lena, owner=cast.omar)
    assert sent.owner == cast.omar


def test_a_clause_that_ends_before_it_begins_is_not_sent(cast, contract):
    term = contract.terms.get(position=1)
    contract.change_term(by=cast.lena, term=term, **(term.values | {"valid_until": date(2026, 2, 1)}))
    with pytest.raises(EndsTooSoon):
        contract.send(by=cast.lena)
    assert not Clause.objects.exists() and not contract.editions.exists()


def test_a_reader_neither_sends_nor_signs(cast, contract):
    with pytest.raises(Forbidden):
        contract.send(by=cast.rita)
    contract.send(by=cast.lena)
    with pytest.raises(Forbidden):
        contract.sign(by=cast.rita, contact=cast.clara, how="paper")


def test_nobody_claims_a_signature_by_hand(cast, sent):
    form = steps_of(type(sent))["sign"].form({"contact": cast.clara.pk, "how": "signature"}, record=sent, by=cast.lena)
    assert "how" in form.errors


def test_a_clause_of_a_contract_is_checked_like_any(cast, contract):
    form = steps_of(type(contract))["add_term"].form(
        {"aspect": "revisions", "side": "us", "text": "改到满意为止"}, record=contract, by=cast.lena
    )
    assert "quantity" in form.errors


def test_clauses_are_moved_and_struck(cast, contract):
    contract.move_term(by=cast.lena, term=contract.terms.get(position=3), to="up")
    assert [one.said["aspect"] for one in contract.terms.all()] == ["deliverable", "response", "revisions"]
    contract.strike_term(by=cast.lena, term=contract.terms.get(position=1))
    assert [one.position for one in contract.terms.all()] == [1, 2]
