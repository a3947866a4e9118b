"""Saved views."""

import pytest

from zhike.core.pages.models import SavedView


@pytest.fixture
def browser(client, lena):
    client.force_login(lena)
    return client


def test_a_view_is_kept_under_its_name_and_replaced_by_the_same(browser, lena):
    browser.post("/clients/views/", {"name": "Mine", "query": "owner=me"})
    browser.post("/clients/views/", {"name": "Mine", "query": "owner=me&sort=-name"})
    assert SavedView.objects.get(owner=lena).query == "owner=me&sort=-name"
    assert "Mine" in browser.get("/clients/").content.decode()


def test_it_is_seen_by_others_when_it_is_shared(browser, client, omar):
    browser.post("/clients/views/", {"name": "Ours", "query": "tags=VIP", "shared": "on"})
    browser.post("/clients/views/", {"name": "Only mine", "query": "tags=X"}, follow=True)
    client.force_login(omar)
    page = client.get("/clients/").content.decode()
    assert "Ours" in page and "Only mine" not in page


def test_nobody_forgets_anothers_view(browser, client, lena, omar):
    browser.post("/clients/views/", {"name": "Ours", "query": "tags=VIP", "shared": "on"})
    view = SavedView.objects.get()
    client.force_login(omar)
    assert client.post(f"/clients/views/{view.pk}/forget/").status_code == 404
    client.force_login(lena)
    client.post(f"/clients/views/{view.pk}/forget/")
    assert not SavedView.objects.exists()


def test_one_tab_alone_is_the_current_one(browser, lena):
    """Her own view, also where one that comes with the list asks for the same."""
    here = 'href="/clients/?owner=me" aria-current="page"'
    assert browser.get("/clients/?owner=me").content.decode().count(here) == 1
    browser.post("/clients/views/", {"name": "Hers", "query": "owner=me"})
    page = browser.get("/clients/?owner=me").content.decode()
    assert page.count(here) == 1 and f"{here}>Hers" in page
