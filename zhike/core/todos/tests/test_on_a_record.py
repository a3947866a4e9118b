"""The to-dos of a record, on its page."""

from datetime import timedelta

import pytest
from django.test import Client as Browser
from django.utils import timezone

from tests.cast import Cast
from zhike.core.todos.models import Todo
from zhike.core.todos.workflows import add_todo

HTMX = {"HX-Request": "true"}


@pytest.fixture
def url(cast: Cast) -> str:
    return f"/todos/on/{cast.qingchuan.reference}/"


def test_it_lists_what_there_is_to_do(client: Browser, cast: Cast, todo: Todo, url: str) -> None:
    client.force_login(cast.omar)
    page = client.get(url)
    assert "Send the offer" in page.text
    assert "<html" in page.text
    assert "<html" not in client.get(url, headers=HTMX).text


def test_a_line_adds_one_and_leads_back(client: Browser, cast: Cast, url: str) -> None:
    client.force_login(cast.lena)
    said = {"title": "Call", "owner": cast.omar.pk, "due_on": "2030-01-02", "next": "/clients/"}
    assert client.post(url, said).url == "/clients/"
    made = Todo.objects.get()
    assert (made.owner, made.client, str(made.due_on)) == (cast.omar, cast.qingchuan, "2030-01-02")


def test_it_leads_nowhere_else(client: Browser, cast: Cast, url: str) -> None:
    client.force_login(cast.lena)
    assert client.post(url, {"title": "Call", "next": "https://elsewhere.example/"}).url == url


def test_htmx_takes_the_new_panel(client: Browser, cast: Cast, url: str) -> None:
    client.force_login(cast.lena)
    answer = client.post(url, {"title": "Call 陈总"}, headers=HTMX)
    assert (answer.status_code, "Call 陈总" in answer.text) == (200, True)


def test_what_is_wrong_is_said_and_what_was_typed_stays(client: Browser, cast: Cast, url: str) -> None:
    client.force_login(cast.lena)
    answer = client.post(url, {"title": "Call <b>", "owner": cast.ida.pk}, headers=HTMX)
    assert answer.status_code == 422
    assert "Ida does not see" in answer.text
    assert "Call &lt;b&gt;" in answer.text
    assert not Todo.objects.exists()


def test_ticking_off_and_opening_again(client: Browser, cast: Cast, todo: Todo, url: str) -> None:
    client.force_login(cast.omar)
    assert client.post(f"{url}{todo.reference}/complete/").url == url
    assert Todo.objects.get().state == "done"
    assert client.post(f"{url}{todo.reference}/complete/", headers=HTMX).status_code == 422
    client.post(f"{url}{todo.reference}/reopen/")
    assert Todo.objects.get().is_open


def test_putting_off(client: Browser, cast: Cast, todo: Todo, url: str) -> None:
    client.force_login(cast.omar)
    client.post(f"{url}{todo.reference}/snooze/", {"soon": "tomorrow"})
    assert Todo.objects.get().snoozed_until == timezone.localdate() + timedelta(days=1)
    assert client.post(f"{url}{todo.reference}/snooze/", {}, headers=HTMX).status_code == 422


def test_a_reader_reads_and_nothing_else(client: Browser, cast: Cast, todo: Todo, url: str) -> None:
    client.force_login(cast.rita)
    assert '<button class="keep"' not in client.get(url, headers=HTMX).text
    assert client.post(url, {"title": "x"}).status_code == 403
    assert client.post(f"{url}{todo.reference}/complete/").status_code == 403


def test_a_stranger_finds_nothing(client: Browser, cast: Cast, todo: Todo, url: str) -> None:
    client.force_login(cast.ida)
    for answer in (client.get(url), client.post(url), client.post(f"{url}{todo.reference}/complete/")):
        assert answer.status_code == 404
    client.logout()
    assert "login" in client.get(url).url


def test_its_queries_do_not_grow_with_the_to_dos(
    client: Browser, cast: Cast, url: str, django_assert_max_num_queries: object
) -> None:
    for number in range(12):
        add_todo(cast.qingchuan, by=cast.lena, title=f"Call {number}", owner=cast.omar)
    client.force_login(cast.lena)
    with django_assert_max_num_queries(12):
        client.get(url, headers=HTMX)
