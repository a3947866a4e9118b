"""Changing a record on its page: two people at once, nothing lost."""

import pytest

from zhike.clients.models import Client
from zhike.core.lifecycle.errors import Replaced


@pytest.fixture
def browser(client, lena):
    client.force_login(lena)
    return client


def said(client, **more):
    return {"name": client.name, "short_name": client.short_name, "version": client.version} | more


def test_it_saves_and_goes_to_the_record(browser, qingchuan):
    answer = browser.post(f"/clients/{qingchuan.reference}/edit/", said(qingchuan, industry="Health"))
    assert answer.headers["Location"] == f"/clients/{qingchuan.reference}/"
    qingchuan.refresh_from_db()
    assert qingchuan.industry == "Health"


def test_what_is_wrong_is_said_and_what_was_typed_stays(browser, qingchuan):
    answer = browser.post(
        f"/clients/{qingchuan.reference}/edit/", said(qingchuan, emails="nonsense", about="Long text")
    )
    assert answer.status_code == 422
    assert "it has no @" in answer.content.decode()
    assert "Long text" in answer.content.decode()


def test_a_stale_edit_shows_both_versions(browser, qingchuan, omar):
    mine = said(qingchuan, industry="Mine", about="My words")
    qingchuan.amend(by=omar, industry="Theirs")
    answer = browser.post(f"/clients/{qingchuan.reference}/edit/", mine)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Theirs" in page and "Mine" in page and "My words" in page
    qingchuan.refresh_from_db()
    assert (qingchuan.industry, qingchuan.about) == ("Theirs", "")


def test_the_person_chooses_field_by_field(browser, qingchuan, omar):
    mine = said(qingchuan, industry="Mine", city="Mine")
    qingchuan.amend(by=omar, industry="Theirs", city="Theirs")
    chosen = mine | {"version": qingchuan.version, "take_industry": "theirs", "take_city": "mine"}
    assert browser.post(f"/clients/{qingchuan.reference}/edit/", chosen).status_code == 302
    qingchuan.refresh_from_db()
    assert (qingchuan.industry, qingchuan.city) == ("Theirs", "Mine")


def test_a_cell_is_edited_in_place(browser, qingchuan):
    address = f"/clients/{qingchuan.reference}/cell/tags"
    assert "<form" in browser.get(address).content.decode()
    assert "VIP" in browser.post(address, {"tags": "VIP", "version": qingchuan.version}).content.decode()
    assert Client.objects.get(pk=qingchuan.pk).tags == ["VIP"]


def test_a_cell_says_why_a_verb_refused(browser, qingchuan, monkeypatch):
    def refuse(self, **_values):
        raise Replaced

    monkeypatch.setattr(Client, "amend", refuse)
    values = {"industry": "Health", "version": qingchuan.version}
    answer = browser.post(f"/clients/{qingchuan.reference}/cell/industry", values)
    assert answer.status_code == 422
    assert "Put that one away first" in answer.text


@pytest.mark.parametrize("column", ["name", "no_such", "version", "created_at"])
def test_a_cell_that_is_not_for_editing_is_refused(browser, qingchuan, column):
    assert browser.post(f"/clients/{qingchuan.reference}/cell/{column}", {column: "x"}).status_code == 403


def test_one_goes_back_only_within_the_house(browser, qingchuan):
    outside = said(qingchuan, industry="Health", next="//elsewhere.example/")
    answer = browser.post(f"/clients/{qingchuan.reference}/edit/", outside)
    assert answer.headers["Location"] == f"/clients/{qingchuan.reference}/"
