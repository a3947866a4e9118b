"""What contradicts a decision is shown with it; what was asked before is shown with its answer; both are counted."""

import re
from decimal import Decimal

import pytest

from zhike.agreements.models import Decision
from zhike.domains.conversations.models import Recalled
from zhike.domains.conversations.recalling import asked_again, contradicted, hours, questions
from zhike.domains.conversations.workflows import log

AGAINST = "陈总又说首页放五个入口。"


@pytest.fixture
def decision(cast):
    return Decision.objects.add(
        by=cast.lena, client=cast.qingchuan, side="them", question="首页放几个入口？", text="首页只留三个入口",
        contact=cast.clara, owner=cast.lena, contact_agreed=cast.clara, how="call",
    )  # fmt: skip


@pytest.fixture
def composer(cast, client):
    client.force_login(cast.lena)

    def post(url, text, **more):
        told = {"client": cast.qingchuan.pk, "kind": "call", "direction": "in", "contacts": [cast.clara.pk]}
        return client.post(url, told | {"text": text} | more)

    return post


def shown(answer):
    return answer.content.decode()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (AGAINST, "number"), ("首页一共六个入口吧。另外样机到了。", "number"),
        ("首页还是放五个入口吧，加上体检和院史。", "number"), ("首页保留三个入口。", None),
        ("样机周五到。", None), ("", None),
    ],
)  # fmt: skip
def test_a_statement_is_held_against_what_was_decided(decision, cast, text, why):
    found = contradicted(text, cast.qingchuan)
    assert [one.why for one in found] == ([why] if why else [])


def test_the_composer_shows_the_decision_who_and_when_and_saves_nothing(decision, composer, cast):
    page = shown(composer("/conversations/promises/", AGAINST))
    assert decision.text in page and cast.clara.called in page
    assert set(re.findall(rf'name="decision-{decision.pk}" value="(\w+)"', page)) == {"keep", "reopen", "amend"}
    assert not Recalled.objects.exists()


def test_only_what_they_confirmed_and_only_their_own_client(decision, composer, cast):
    other = Decision.objects.add(by=cast.ida, client=cast.tramlight, side="them", question="x", text="首页只留两个入口")
    assert other.text not in shown(composer("/conversations/promises/", AGAINST))
    assert decision.text not in shown(composer("/conversations/promises/", AGAINST, client=cast.tramlight.pk))
    decision.reopen(by=cast.lena, reason="x")
    assert decision.text not in shown(composer("/conversations/promises/", AGAINST))


@pytest.mark.parametrize(
    ("choice", "state", "successors"),
    [("keep", "confirmed", 0), ("reopen", "questioned", 0), ("amend", "confirmed", 1)],
)
def test_what_is_chosen_is_done_and_kept(decision, composer, choice, state, successors):
    composer("/conversations/new/", AGAINST, **{f"decision-{decision.pk}": choice, f"hours-{decision.pk}": "6,5"})
    row = Recalled.objects.get()
    assert (row.choice, row.why, row.hours) == (choice, "number", Decimal("6.5"))
    decision.refresh_from_db()
    assert (decision.state, decision.successors.count()) == (state, successors)
    if successors:
        assert decision.successors.get().text in AGAINST


def test_what_nobody_chose_waits_on_the_conversation_and_is_settled_once(decision, composer, client, cast):
    composer("/conversations/new/", AGAINST)
    row = Recalled.objects.get()
    place = f"/conversations/{row.conversation.reference}/"
    assert "settle" not in shown(client.get(place)) and f"/conversations/recalled/{row.pk}/" in shown(client.get(place))
    client.post(f"/conversations/recalled/{row.pk}/", {"choice": "reopen", "hours": "3"})
    client.post(f"/conversations/recalled/{row.pk}/", {"choice": "keep"})
    row.refresh_from_db()
    assert (row.choice, row.hours) == ("reopen", 3)
    page = shown(client.get(f"/clients/{cast.qingchuan.reference}/"))
    assert "1 decision reversed" in page and "3 h" in page


def test_a_stranger_settles_nothing(decision, composer, client, cast):
    composer("/conversations/new/", AGAINST)
    client.force_login(cast.ida)
    assert client.post(f"/conversations/recalled/{Recalled.objects.get().pk}/", {"choice": "keep"}).status_code == 404


def test_a_question_asked_before_shows_its_answer_and_is_counted(composer, client, cast):
    said = {"by": cast.lena, "client": cast.qingchuan, "contacts": [cast.clara]}
    log(**said, kind="mail", direction="in", text="你好。样机什么时候到？", state="waiting")
    log(**said, kind="mail", direction="out", text="样机十二月三日到杭州。")
    page = shown(composer("/conversations/promises/", "请问样机哪天到？"))
    assert "样机十二月三日到杭州" in page
    assert "样机十二月三日" not in shown(composer("/conversations/promises/", "请问样机哪天到？", direction="out"))
    composer("/conversations/new/", "请问样机哪天到？")
    assert Recalled.objects.again().get().earlier.text.startswith("你好")
    assert "1 question asked again" in shown(client.get(f"/clients/{cast.qingchuan.reference}/"))


def test_of_a_chat_who_spoke_is_no_part_of_the_question():
    assert questions("**陈总** 10:20\n样机什么时候到？\n\n**林娜** 10:31\n下周三。") == ["样机什么时候到？"]


def test_what_was_decided_answers_a_question_too(decision, cast):
    (again,) = asked_again("首页到底放几个入口？", cast.qingchuan)
    assert again.decision == decision
    assert asked_again("首页谁来设计？", cast.qingchuan) == []


def test_unclear_words_are_named_before_a_text_leaves_and_block_nothing(composer):
    text = "我们会尽快给您初稿。"
    page = shown(composer("/conversations/promises/", text, kind="mail", direction="out"))
    assert "尽快" in page and "Name the day" in page
    assert "Name the day" not in shown(composer("/conversations/promises/", text, kind="mail", direction="in"))
    both = {"kind": "mail", "direction": "out", "twin": "The draft comes soon."}
    assert "<strong>soon</strong>" in shown(composer("/conversations/promises/", "初稿周五给您。", **both))
    assert composer("/conversations/new/", text, kind="mail", direction="out").status_code == 302


@pytest.mark.parametrize(("said", "number"), [("6,5", "6.5"), ("", None), ("x", None), ("-1", None), ("NaN", None)])
def test_hours_are_a_number_or_nothing(said, number):
    assert hours(said) == (Decimal(number) if number else None)
