"""A text is written once, in two languages, and used with its blanks filled in."""

from typing import Any

import pytest
from django.test import Client as Browser
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import Cast
from zhike.clients.snippets.filling import BLANKS, filled, in_language, unknown
from zhike.clients.snippets.models import Snippet
from zhike.core.lifecycle.errors import Forbidden

THANKS = {
    "name": "Thanks",
    "text": "Dear {contact}, thank you. {me}, for {client}",
    "text_zh": "{contact}，您好！{client}的事我来跟进。{me}",
}


@pytest.fixture
def thanks(cast: Cast) -> Snippet:
    made: Snippet = Snippet.objects.add(by=cast.lena, shared=True, **THANKS)
    return made


def offered(client: Browser, cast: Cast, **more: Any) -> str:
    client.force_login(cast.lena)
    return client.get("/snippets/offered/", {"client": cast.qingchuan.pk, "contacts": cast.clara.pk, **more}).text


def test_it_comes_in_the_contacts_language_with_its_blanks_filled(client: Browser, cast: Cast, thanks: Snippet) -> None:
    cast.clara.amend(by=cast.lena, language="zh")
    assert 'data-text="陈总，您好！晴川医疗的事我来跟进。Lena 林娜"' in offered(client, cast)
    cast.clara.amend(by=cast.lena, language="en")
    assert 'data-text="Dear 陈总, thank you. Lena 林娜, for 晴川医疗"' in offered(client, cast)


def test_without_a_wish_the_clients_language_counts(client: Browser, cast: Cast, thanks: Snippet) -> None:
    cast.qingchuan.amend(by=cast.lena, language="zh")
    assert "陈总，您好！" in offered(client, cast)


def test_what_nobody_can_fill_stays_to_be_seen(client: Browser, cast: Cast, thanks: Snippet) -> None:
    assert "Dear {contact}, thank you." in offered(client, cast, contacts="")


def test_who_does_not_see_them_learns_no_names(client: Browser, cast: Cast, thanks: Snippet) -> None:
    client.force_login(cast.ida)
    page = client.get(
        "/snippets/offered/", {"client": cast.qingchuan.pk, "contacts": [cast.clara.pk, "x", "9" * 30]}
    ).text
    assert "Thanks" in page and "陈总" not in page and "晴川" not in page


def test_ones_own_is_ones_own_until_it_is_shared(client: Browser, cast: Cast) -> None:
    own = Snippet.objects.add(by=cast.lena, **THANKS)
    assert not Snippet.objects.visible_to(cast.omar).exists()
    assert own not in Snippet.objects.for_writing(cast.ada)
    own.amend(by=cast.lena, shared=True)
    assert Snippet.objects.visible_to(cast.omar).get() == own


def test_only_its_writer_and_who_leads_change_it(cast: Cast, thanks: Snippet) -> None:
    for person in (cast.omar, cast.rita):
        with pytest.raises(Forbidden):
            thanks.amend(by=person, name="Other")
    thanks.amend(by=cast.mona, name="Thank you")
    with pytest.raises(Forbidden):
        Snippet.objects.add(by=cast.rita, **THANKS)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"text": "Hello {conact}"}, "Nobody fills in {conact}"),
        ({"text": "", "text_zh": ""}, "Write it in English or in Chinese, or both."),
    ],
)
def test_it_refuses_what_could_not_be_used(client: Browser, cast: Cast, said: dict[str, str], why: str) -> None:
    client.force_login(cast.lena)
    answer = client.post("/snippets/new/", {"name": "Odd", **said})
    assert answer.status_code == 422 and why in answer.text


def test_texts_are_escaped(client: Browser, cast: Cast) -> None:
    Snippet.objects.add(by=cast.lena, name="<b>", text='"><script>alert(1)</script>')
    assert "<script>alert" not in offered(client, cast) and "<strong><b>" not in offered(client, cast)


def test_the_composer_offers_them_where_the_area_is_on(client: Browser, cast: Cast) -> None:
    from zhike.core.access.preferences import change_company

    client.force_login(cast.lena)
    pages = (f"/clients/{cast.qingchuan.reference}/", "/conversations/new/")
    assert all('data-snippets="/snippets/offered/"' in client.get(page).text for page in pages)
    change_company(by=cast.ada, areas_off=["snippets"])
    assert all("data-snippets" not in client.get(page).text for page in pages)


@given(st.text(), st.dictionaries(st.sampled_from(BLANKS), st.text(min_size=1).filter(lambda said: "{" not in said)))
def test_filling_fills_each_known_blank_and_nothing_else(text: str, values: dict[str, str]) -> None:
    said = filled(text + "{contact}{client}{me}", values)
    assert all(value in said for value in values.values())
    assert all(f"{{{name}}}" in said for name in BLANKS if name not in values)
    assert filled(text, {}) == text


@given(st.lists(st.sampled_from(["{contact}", "{ me }", "{client}", "{x}", "{}", "{ two words }", "{姓名}", "a"])))
def test_only_what_looks_like_a_blank_is_unknown(pieces: list[str]) -> None:
    assert set(unknown(["".join(pieces)])) == {piece.strip("{}") for piece in pieces if piece in ("{x}", "{姓名}")}


def test_the_other_language_stands_in() -> None:
    assert in_language("en", "", "好") == in_language("zh-hans", "", "好") == "好"
    assert in_language("zh-hans", "Good", "") == "Good"
