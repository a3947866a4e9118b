"""Total, days and payments of a contract move with it alone: no page, program or link takes one of them by itself."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from zhike.agreements.asking import AskForm
from zhike.agreements.checking import check_chains
from zhike.agreements.choices import IN_THE_HEAD
from zhike.agreements.errors import OnlyWithContract
from zhike.agreements.models import Clause, Readback, ReadbackItem
from zhike.agreements.workflows import answer, read_back
from zhike.core.lifecycle.errors import WrongState
from zhike.core.lifecycle.transition import steps_of
from zhike.core.links.models import Link
from zhike.surfaces.api.tests.conftest import program_of

TODAY = timezone.localdate


def head(state):
    return list(Clause.objects.filter(aspect__in=IN_THE_HEAD, state=state).order_by("pk"))


def steps(cast):
    new = {"text": "Cheaper", "reason": "x"}
    return {
        "confirm": {"contact": cast.clara, "how": "call"}, "withdraw": {"reason": "x"}, "waive": {"reason": "x"},
        "renegotiate": new, "accept_correction": {},
    }  # fmt: skip


def refused(line, verb, cast):
    with pytest.raises(OnlyWithContract, match=line.source_text):
        getattr(line, verb)(by=cast.lena, **steps(cast)[verb])
    line.refresh_from_db()


def test_none_is_confirmed_or_taken_by_itself_before_the_signature(cast, sent):
    for line in head("proposed"):
        for verb in ("confirm", "withdraw", "waive", "renegotiate"):
            refused(line, verb, cast)
    assert len(head("proposed")) == 5 and not check_chains().faults


def test_nor_after_it(cast, signed):
    for line in head("confirmed"):
        for verb in ("withdraw", "waive", "renegotiate"):
            refused(line, verb, cast)
    assert len(head("confirmed")) == 5


def test_a_question_about_one_leaves_it_in_force(cast, signed):
    line = head("confirmed")[0]
    with pytest.raises(WrongState):
        line.ask(by=cast.lena, words="?", contact=cast.clara, how="call")
    line.query(by=cast.lena, words="含税吗？", contact=cast.clara, how="call", corrects=True)
    assert line.state == "confirmed" and line.acts.latest("pk").words == "含税吗？"


def test_their_words_about_one_are_not_accepted_past_the_contract(cast, sent):
    line = head("proposed")[1]
    line.ask(by=cast.lena, words="十万", contact=cast.clara, how="call", corrects=True)
    refused(line, "accept_correction", cast)
    sent.sign(by=cast.lena, contact=cast.clara, how="paper")
    line.refresh_from_db()
    assert line.state == "confirmed"


def test_what_ends_ahead_with_the_next_edition_is_not_ended_earlier_by_hand(cast, signed):
    signed.revise(by=cast.lena, reason="x")
    signed.amend(by=cast.lena, amount=Decimal(150_000))
    ahead = TODAY() + timedelta(days=30)
    signed.send(by=cast.lena, valid_from=ahead)
    signed.sign(by=cast.lena, contact=cast.clara, how="paper")
    old = next(one for one in head("superseded") if one.aspect == "total")
    assert old.state_on == ahead
    with pytest.raises(OnlyWithContract):
        old.end_earlier(by=cast.lena, reason="x")
    signed.void(by=cast.lena, reason="x")
    old.refresh_from_db()
    assert old.state_on == TODAY() and not head("confirmed")


def test_they_go_with_the_contract(cast, signed):
    signed.void(by=cast.lena, reason="作废")
    assert not head("confirmed") and len(head("withdrawn")) == 5 and not check_chains().faults


def test_its_page_offers_none_of_these_steps_and_says_why(cast, signed, client):
    client.force_login(cast.lena)
    line = head("confirmed")[1]
    offered = {name for name, step in steps_of(Clause).items() if step.offered_to(cast.lena, line)}
    assert not offered & {"confirm", "withdraw", "waive", "renegotiate", "end_earlier", "accept_correction"}
    url = f"/clauses/{line.reference}/"
    page = client.get(url, headers={"accept-language": "en"}).content.decode()
    assert "moves only with it" in page and f"/contracts/{signed.reference}/" in page and "step/withdraw" not in page
    said = client.post(f"{url}step/withdraw/", {"reason": "x"}, follow=True, headers={"accept-language": "en"})
    assert "moves only with it" in said.content.decode()
    line.refresh_from_db()
    assert line.state == "confirmed"


def test_programs_are_told_in_words_one_by_one_and_in_bulk(cast, sent):
    program, line = program_of(cast.lena), head("proposed")[1]
    said = {"contact": cast.clara.reference, "how": "call"}
    told = program.post(f"clauses/{line.reference}/confirm", said)
    assert told.status_code == 409 and sent.reference in told.json()["detail"]
    act = {"act": "step", "reference": line.reference, "step": "withdraw", "values": {"reason": "x"}}
    told = program.post("clauses/bulk", {"acts": [act]})
    assert "moves only with it" in told.content.decode()
    line.refresh_from_db()
    assert line.state == "proposed"


class TestThroughALink:
    def test_none_is_offered_to_be_read_back(self, cast, sent):
        offered = AskForm(cast.qingchuan).fields["entries"].queryset
        assert offered.exists() and not offered.filter(aspect__in=IN_THE_HEAD).exists()
        with pytest.raises(OnlyWithContract):
            read_back(head("proposed")[:1], by=cast.lena, contact=cast.clara, title="x")

    def test_one_that_was_read_back_before_is_answered_with_the_contract(self, cast, sent, rf):
        line = head("proposed")[1]
        old = Readback.objects.add(by=cast.lena, client=cast.qingchuan, contact=cast.clara, title="x")
        ReadbackItem.objects.create(readback=old, entry=line, position=1)
        link, _address = Link.objects.issue("agreements.confirm", old, by=cast.lena, for_contact=cast.clara)
        with pytest.raises(OnlyWithContract):
            answer(old, line, "confirm", link=link, request=rf.get("/"), seen=line.seen)
        line.refresh_from_db()
        sent.sign(by=cast.lena, contact=cast.clara, how="paper", on=date(2026, 3, 1))
        line.refresh_from_db()
        with pytest.raises(WrongState):
            answer(old, line, "retract", link=link, request=rf.get("/"), seen=line.seen)
        line.refresh_from_db()
        assert line.state == "confirmed"
