"""Clara reads the contract through a link, asks, and signs it last."""

import re

import pytest
from django.test import RequestFactory

from zhike.agreements.choices import How
from zhike.agreements.contracts.models import Contract
from zhike.agreements.workflows import answer, read_back
from zhike.core.documents.making import order
from zhike.core.documents.registry import documents_of
from zhike.core.lifecycle.errors import WrongState
from zhike.core.links.models import Link
from zhike.core.mail.models import Letter
from zhike.core.timeline.models import Event
from zhike.surfaces.api.tests.conftest import program_of


@pytest.fixture
def opened(cast, contract, client):
    """(the contract, a function that posts to its link)."""
    contract.send(by=cast.lena)
    address = re.search(r"/l/\S+", contract.address)[0]

    def post(**said):
        seen = contract.latest.seen
        return client.post(address, {"seen": seen} | said)

    post.address = address
    return contract, post


def _again(contract):
    return Contract.objects.get(pk=contract.pk)


def test_it_is_signed_only_after_it_was_read(cast, opened):
    contract, post = opened
    assert post(said="sign", name="陈岚", agrees="on").status_code == 422
    assert _again(contract).state == "sent"
    assert post(said="read").status_code == 302
    assert post(said="sign", name="陈岚", agrees="on").status_code == 302
    signed = _again(contract)
    assert signed.state == "signed" and signed.in_force.signed_name == "陈岚"
    assert {one.confirmed_how for one in signed.in_force.entries} == {How.SIGNATURE}
    assert signed.in_force.entries[0].acts.last().own_word


def test_another_name_or_no_tick_is_no_signature(opened):
    contract, post = opened
    post(said="read")
    assert "陈岚" in post(said="sign", name="王五", agrees="on").content.decode()
    assert post(said="sign", name="陈岚").status_code == 422
    assert _again(contract).state == "sent"


def test_what_changed_while_they_read_is_not_signed(cast, opened):
    contract, post = opened
    post(said="read")
    seen = contract.latest.seen
    contract.latest.entries[0].renegotiate(
        by=cast.lena, reason="笔误", text="挂号小程序", agreed_by=cast.clara, how="call"
    )
    answer = post(said="sign", name="陈岚", agrees="on", seen=seen)
    assert answer.status_code == 422 and _again(contract).state == "sent"


def test_what_cannot_be_signed_any_more_is_told_us_once(cast, opened):
    contract, post = opened
    post(said="read")
    said = {"reason": "笔误", "text": "挂号小程序", "agreed_by": cast.clara, "how": "call"}
    contract.latest.entries[0].renegotiate(by=cast.lena, **said)
    for _ in range(2):
        answer = post(said="sign", name="陈岚", agrees="on")
        assert answer.status_code == 422 and "hear from us" in answer.content.decode()
    told = Event.objects.get(kind="contract.stuck")
    assert told.facts["people"] == [cast.lena.pk]


def test_a_question_about_what_was_signed_leaves_it_in_force(cast, opened):
    contract, post = opened
    post(said="read")
    post(said="sign", name="陈岚", agrees="on")
    clause = contract.latest.entries[0]
    readback, address = read_back([clause], by=cast.lena, contact=cast.clara, title="合同")
    link = Link.objects.on(readback).get()
    for said in ("ask", "correct"):
        answer(readback, clause, said, link=link, request=RequestFactory().get(address), seen=clause.seen, words="？")
    clause.refresh_from_db()
    assert clause.state == "confirmed" and [one.verb for one in clause.acts.order_by("number")][-2:] == [
        "questioned",
        "corrected",
    ]
    with pytest.raises(WrongState):
        clause.ask(by=cast.lena, words="？")


def test_a_program_that_sends_it_is_told_the_address_once(cast, contract):
    place = f"contracts/{contract.reference}"
    sent = program_of(cast.lena).post(f"{place}/send", {})
    assert "/l/" in sent.json()["secret"]
    assert "secret" not in program_of(cast.lena).get(place).json()


def test_a_question_about_a_clause_comes_to_whoever_looks_after_it(cast, opened):
    contract, post = opened
    clause = contract.latest.entries[1]
    assert post(said="ask", clause=clause.pk, words="三轮怎么算？").status_code == 302
    clause.refresh_from_db()
    assert clause.state == "questioned" and clause.acts.last().words == "三轮怎么算？"
    post(said="read")
    assert post(said="sign", name="陈 岚", agrees="on").status_code == 302
    clause.refresh_from_db()
    assert clause.state == "confirmed"


def test_whoever_does_not_sign_says_why(opened):
    contract, post = opened
    assert post(said="decline", words="").status_code == 422
    assert post(said="decline", words="总价太高").status_code == 302
    assert (_again(contract).state, contract.latest.reason) == ("declined", "总价太高")


def test_taken_back_its_link_signs_nothing(cast, opened):
    contract, post = opened
    post(said="read")
    contract.revise(by=cast.lena, reason="改一处")
    assert post(said="sign", name="陈岚", agrees="on").status_code == 410
    with pytest.raises(WrongState):
        contract.sign(by=cast.lena, contact=cast.clara, how="paper")


def test_signed_clauses_are_not_taken_back_by_a_tap(opened):
    contract, post = opened
    post(said="read")
    post(said="sign", name="陈岚", agrees="on")
    clause = contract.latest.entries[0]
    assert not type(clause).retract.step.starts_from(clause)


def test_the_letter_is_in_their_language_and_keeps_no_address(cast, contract):
    cast.clara.amend(by=cast.lena, emails=["chen@qingchuan.example"], language="zh")
    contract.send(by=cast.lena, mail=True, note="如有疑问请随时联系")
    letter = Letter.objects.get()
    assert "挂号小程序开发合同" in letter.subject and "请" in letter.text


def test_what_they_take_away_says_nothing_of_inside_use(cast, sent):
    told = order(documents_of("contracts.contract")["contract"], sent, by=cast.lena, language="en").told
    assert told["kind"] == "Contract" and "inside" not in told["made"]


def test_they_take_it_away_as_pdf(opened, client):
    _contract, post = opened
    answer = client.get(f"{post.address}?pdf=1")
    assert answer["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF")
