"""What a client decided otherwise is counted, with what it cost, and every one of them can be read."""

import pytest

from zhike.agreements.models import Decision
from zhike.domains.conversations.reversals import reversals_of
from zhike.domains.conversations.workflows import log


@pytest.fixture
def decided(cast):
    return Decision.objects.add(
        by=cast.lena, client=cast.qingchuan, side="them", question="几个入口？", text="三个入口", contact=cast.clara,
        owner=cast.lena, contact_agreed=cast.clara, how="call",
    )  # fmt: skip


@pytest.fixture
def said_otherwise(cast, decided):
    said = log(by=cast.lena, client=cast.qingchuan, kind="chat", direction="in", text="还是五个入口吧")
    said.recalled.against().get().choose("reopen", by=cast.lena, hours=6)
    return said


def test_each_stands_with_where_it_was_said_and_what_it_cost(cast, decided, said_otherwise):
    (one,) = reversals_of(cast.qingchuan)
    assert (one.act.entry_id, one.said, one.hours) == (decided.pk, said_otherwise, 6)


def test_one_whose_cost_nobody_noted_counts_too_and_proposals_do_not(cast, decided, said_otherwise):
    decided.refresh_from_db()
    decided.confirm(by=cast.lena, contact=cast.clara, how="call")
    decided.renegotiate(by=cast.lena, text="四个入口", reason="折中", agreed_by=cast.clara, how="call")
    proposal = Decision.objects.add(by=cast.lena, client=cast.qingchuan, side="them", text="蓝色", contact=cast.clara)
    proposal.renegotiate(by=cast.lena, text="绿色", reason="x")
    assert [one.hours for one in reversals_of(cast.qingchuan)] == [None, 6]


def test_the_figure_leads_to_the_list(cast, said_otherwise, client):
    client.force_login(cast.lena)
    where = f"/clients/{cast.qingchuan.reference}/reversals/"
    assert where in client.get(f"/clients/{cast.qingchuan.reference}/").text
    page = client.get(where, headers={"accept-language": "en"}).text
    assert "1 decision reversed" in page and "6 h" in page and said_otherwise.reference in page
    client.force_login(cast.ida)
    assert client.get(where).status_code == 404


def test_the_form_of_an_answer_by_mail_asks_for_hints(cast, client):
    asked = log(
        by=cast.lena, client=cast.qingchuan, kind="mail", direction="in", text="什么时候？", contacts=[cast.clara]
    )
    client.force_login(cast.lena)
    assert "/agreements/hints/" in client.get(f"/conversations/new/?answers={asked.reference}").text
    assert "尽快" in client.post("/agreements/hints/", {"text": "我们尽快给您"}).text
    assert "/agreements/hints/" not in client.get("/conversations/new/?kind=call").text
