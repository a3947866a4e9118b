"""A pasted chat becomes a conversation with its speakers."""

from django.test import Client as Browser

from tests.cast import Cast
from zhike.domains.conversations.models import Conversation
from zhike.domains.conversations.speakers import matched

CHAT = """陈总 2026/5/7 10:20
首页能不能只留三个入口？

小林 2026/5/7 10:22
可以。

陈总 2026/5/7 10:30
什么时候能看？"""


def sign_in(person: object) -> Browser:
    browser = Browser()
    browser.force_login(person)
    return browser


def read(cast: Cast, text: str = CHAT, **more: str) -> object:
    return sign_in(cast.lena).post("/conversations/chat/", {"client": cast.qingchuan.pk, "text": text, **more})


def test_it_is_shown_before_it_is_saved(cast: Cast) -> None:
    page = read(cast).content.decode()
    assert "首页能不能只留三个入口？" in page
    assert f'value="contact:{cast.clara.pk}" selected' in page  # 陈总 is her form of address
    assert not Conversation.objects.exists()


def test_it_keeps_the_speakers_and_waits_when_the_client_spoke_last(cast: Cast) -> None:
    said = {"save": "1", "who_0": f"contact:{cast.clara.pk}", "who_1": f"person:{cast.lena.pk}", "needs_answer": "on"}
    assert read(cast, **said).status_code == 302
    one = Conversation.objects.get()
    assert (one.kind, one.direction, one.state) == ("chat", "in", "waiting")
    assert list(one.contacts.all()) == [cast.clara]
    assert [(turn["speaker"], turn["person"]) for turn in one.turns] == [
        ("陈总", None), ("小林", cast.lena.pk), ("陈总", None),
    ]  # fmt: skip
    assert one.happened_at.isoformat() == "2026-05-07T02:30:00+00:00"
    page = sign_in(cast.lena).get(f"/clients/{cast.qingchuan.reference}/").content.decode()
    assert 'class="turn ours"' in page


def test_our_last_word_answers_and_waits_for_nothing(cast: Cast) -> None:
    text = CHAT.rsplit("\n\n", 1)[0]
    read(cast, text, save="1", who_0=f"contact:{cast.clara.pk}", who_1=f"person:{cast.lena.pk}", needs_answer="on")
    assert (Conversation.objects.get().direction, Conversation.objects.get().state) == ("out", "done")


def test_the_choice_for_a_name_is_remembered(cast: Cast) -> None:
    assert f'value="person:{cast.lena.pk}" selected' not in read(cast).content.decode()
    read(cast, save="1", who_0=f"contact:{cast.clara.pk}", who_1=f"person:{cast.lena.pk}")
    assert f'value="person:{cast.lena.pk}" selected' in read(cast).content.decode()


def test_an_edit_of_the_text_leaves_the_turns_out(cast: Cast) -> None:
    read(cast, save="1", who_0=f"contact:{cast.clara.pk}", who_1=f"person:{cast.lena.pk}")
    one = Conversation.objects.get()
    one.amend(by=cast.lena, mood="good")
    assert one.turns
    one.amend(by=cast.lena, text="Three entries.")
    assert one.turns == []


def test_what_is_no_chat_is_refused_with_the_reason(cast: Cast) -> None:
    answer = read(cast, "We agreed on three entries.")
    assert answer.status_code == 422
    assert "No speakers are found" in answer.content.decode()


def test_it_refuses_readers_and_clients_unseen(cast: Cast) -> None:
    assert sign_in(cast.rita).get("/conversations/chat/").status_code == 403
    said = {"client": cast.qingchuan.pk, "text": CHAT, "save": "1"}
    assert sign_in(cast.ida).post("/conversations/chat/", said).status_code == 422
    assert not Conversation.objects.exists()


def test_speakers_are_found_by_name_address_and_parts(cast: Cast) -> None:
    people = {"contacts": [cast.clara, cast.emil], "staff": [cast.lena, cast.omar], "me": cast.omar, "known": {}}
    said = {"陈岚": cast.clara, "陈总": cast.clara, "晴川-陈岚": cast.clara, "emil": cast.emil}
    said |= {"林娜": cast.lena, "我": cast.omar}
    assert {name: matched(name, **people) for name in said} == said
    assert matched("谁", **people) is None
    assert matched("谁", **people | {"known": {"谁": cast.emil}}) == cast.emil
