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
