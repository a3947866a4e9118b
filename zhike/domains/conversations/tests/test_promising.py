"""A promise in what is typed is offered, and noted only when ticked."""

import re

import pytest

from zhike.agreements.models import Promise

OURS = "陈总确认首页只留三个入口。我们周五18:00前给您第二版原型。"
THEIRS = "我们下周三前把科室名单发给你们。"


@pytest.fixture
def composer(cast, client):
    client.force_login(cast.lena)

    def post(url, text, **more):
        told = {"client": cast.qingchuan.pk, "kind": "call", "direction": "out", "contacts": [cast.clara.pk]}
        return client.post(url, told | {"text": text} | more)

    return post


def keys(answer):
    return re.findall(r'name="promise" value="([0-9a-f]+)"', answer.content.decode())


def test_it_is_offered_and_saves_nothing(composer):
    answer = composer("/conversations/promises/", OURS)
    assert len(keys(answer)) == 1 and not Promise.objects.exists()


@pytest.mark.parametrize("text", ["", "今天聊得不错。", "能周五前给我们吗？"])
def test_what_is_none_is_not_offered(composer, text):
    assert keys(composer("/conversations/promises/", text)) == []


def test_what_was_ticked_stays_ticked_while_typing_goes_on(composer):
    (key,) = keys(composer("/conversations/promises/", OURS))
    assert "checked" in composer("/conversations/promises/", OURS + "她很高兴。", promise=key).content.decode()


def test_it_is_noted_only_when_ticked(composer):
    composer("/conversations/new/", OURS)
    assert not Promise.objects.exists()
    (key,) = keys(composer("/conversations/promises/", OURS))
    composer("/conversations/new/", OURS, promise=key)
    promise = Promise.objects.get()
    assert (promise.side, promise.state, promise.due_time.hour) == ("us", "proposed", 18)
    assert promise.quote in OURS and promise.source_text.startswith("CV-")


def test_their_promise_is_theirs(composer, cast):
    (key,) = keys(composer("/conversations/promises/", THEIRS, direction="in"))
    composer("/conversations/new/", THEIRS, direction="in", promise=key)
    promise = Promise.objects.get()
    assert (promise.side, promise.contact, promise.acts.get().contact) == ("them", cast.clara, cast.clara)


def test_only_whoever_is_signed_in_is_answered(client):
    assert client.post("/conversations/promises/", {"text": OURS}).status_code == 302
