"""The discussion of a record, on its page."""

import pytest
from django.test import Client as Browser

from tests.cast import Cast
from zhike.core.discussion.models import Comment
from zhike.core.discussion.watching import watchers_of
from zhike.core.discussion.workflows import comment

HTMX = {"HX-Request": "true"}


@pytest.fixture
def url(cast: Cast) -> str:
    return f"/discussion/on/{cast.qingchuan.reference}/"


@pytest.fixture
def said(cast: Cast) -> Comment:
    return comment(cast.qingchuan, by=cast.lena, text="@Omar **look** <script>")[0]


def test_it_shows_what_was_said_safely(client: Browser, cast: Cast, said: Comment, url: str) -> None:
    client.force_login(cast.rita)
    page = client.get(url).text
    assert '<span class="mention">@Omar</span> <strong>look</strong>' in page
    assert "<script>" not in page.partition("<main")[2]


def test_saying_something(client: Browser, cast: Cast, url: str) -> None:
    client.force_login(cast.omar)
    assert client.post(url, {"text": "好的"}).url == url
    assert "好的" in client.post(url, {"text": "再见"}, headers=HTMX).text
    assert client.post(url, {"text": " "}, headers=HTMX).status_code == 422
    assert Comment.objects.count() == 2


def test_whom_it_did_not_reach_is_said_with_and_without_script(client: Browser, cast: Cast, url: str) -> None:
    client.force_login(cast.omar)
    assert "Ida does not see" in client.post(url, {"text": "@Ida!"}, headers=HTMX).text
    assert "Ida does not see" in client.post(url, {"text": "@Ida!"}, follow=True).text


def test_its_author_rewords_it(client: Browser, cast: Cast, said: Comment, url: str) -> None:
    client.force_login(cast.lena)
    assert 'name="version" value="1"' in client.get(f"{url}{said.reference}/edit/", headers=HTMX).text
    client.post(f"{url}{said.reference}/edit/", {"text": "Better", "version": 1})
    assert Comment.objects.get().text == "Better"


def test_a_stale_edit_shows_both_versions(client: Browser, cast: Cast, said: Comment, url: str) -> None:
    said.amend(by=cast.lena, text="Theirs")
    client.force_login(cast.lena)
    answer = client.post(f"{url}{said.reference}/edit/", {"text": "Mine", "version": 1}, headers=HTMX)
    assert answer.status_code == 409
    assert "Theirs" in answer.text
    assert ">Mine</textarea>" in answer.text
    assert 'name="version" value="2"' in answer.text


def test_removing_offers_undo(client: Browser, cast: Cast, said: Comment, url: str) -> None:
    client.force_login(cast.lena)
    answer = client.post(f"{url}{said.reference}/archive/", headers=HTMX)
    assert f"{url}{said.reference}/restore/" in answer.text
    assert "@Omar" not in answer.text
    assert "@Omar" in client.post(f"{url}{said.reference}/restore/", headers=HTMX).text
    assert "Undo" in client.post(f"{url}{said.reference}/archive/", follow=True).text


def test_watching_and_letting_watch(client: Browser, cast: Cast, url: str) -> None:
    client.force_login(cast.omar)
    client.post(f"{url}watch/")
    client.post(f"{url}watch/", {"user": cast.ida.pk})
    assert watchers_of(cast.qingchuan) == [cast.omar, cast.ida]
    client.post(f"{url}watch/", {"off": 1})
    assert watchers_of(cast.qingchuan) == [cast.ida]


def test_colleagues_are_offered_while_typing(client: Browser, cast: Cast, url: str) -> None:
    client.force_login(cast.omar)
    assert 'data-value="Lena 林娜"' in client.get(f"{url}people/?q=lin").text
    assert "Ida" not in client.get(f"{url}people/?q=").text


def test_others_reword_and_remove_nothing(client: Browser, cast: Cast, said: Comment, url: str) -> None:
    client.force_login(cast.omar)
    for step in ("edit", "archive"):
        assert client.post(f"{url}{said.reference}/{step}/", {"text": "x"}).status_code == 403
    client.force_login(cast.rita)
    assert client.post(url, {"text": "x"}).status_code == 403


def test_a_stranger_finds_nothing(client: Browser, cast: Cast, said: Comment, url: str) -> None:
    client.force_login(cast.ida)
    for path in ("", "people/", f"{said.reference}/edit/"):
        assert client.get(f"{url}{path}").status_code == 404
    for path in ("", "watch/", f"{said.reference}/archive/"):
        assert client.post(f"{url}{path}").status_code == 404


def test_its_queries_do_not_grow_with_the_comments(
    client: Browser, cast: Cast, url: str, django_assert_max_num_queries: object
) -> None:
    for number in range(12):
        comment(cast.qingchuan, by=cast.lena, text=f"@Omar {number}")
    client.force_login(cast.lena)
    with django_assert_max_num_queries(12):
        client.get(url, headers=HTMX)
