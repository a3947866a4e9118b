import json
import re

import pytest
from django.apps import apps
from django.test import Client as Browser
from django.test.utils import override_settings

from tests.cast import Cast
from zhike.core.search.recent import recent, remember
from zhike.core.timeline.delivery import deliver_all

Client, Contact = (apps.get_model("clients", name) for name in ("Client", "Contact"))
Conversation = apps.get_model("conversations.Conversation")
NAUGHTY = [
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "%s %(x)s {0}",
    "\\",
    "':*",
    "a\x00b",
    "&lt;",
    "）（",
    "😎" * 50,
    "x" * 3_000,
]
PALETTE = {"HX-Request": "true"}


@pytest.fixture
def browser(cast: Cast) -> Browser:
    deliver_all()
    made = Browser()
    made.force_login(cast.lena)
    return made


def test_the_page_groups_by_kind_and_marks_what_was_found(browser: Browser, cast: Cast) -> None:
    Conversation.objects.add(by=cast.lena, client=cast.qingchuan, text="前略。晴川的合同已经签了，请安排付款。")
    deliver_all()
    page = browser.get("/search/", {"q": "晴川"}).content.decode()
    assert "<mark>晴川</mark>医疗" in page
    assert "<mark>晴川</mark>的合同" in page
    assert f'href="/clients/{cast.qingchuan.reference}/"' in page
    assert 'id="kind-clients"' in page and 'id="kind-conversations"' in page


def test_one_kind_stands_alone_and_shows_more(browser: Browser, cast: Cast) -> None:
    for number in range(45):
        Contact.objects.add(by=cast.lena, name=f"Nora {number}", client=cast.qingchuan)
    deliver_all()
    every = browser.get("/search/", {"q": "nora"}).content.decode()
    alone = browser.get("/search/", {"q": "nora", "kind": "contacts"}).content.decode()
    more = browser.get("/search/", {"q": "nora", "kind": "contacts", "show": "80"}).content.decode()
    assert [page.count('class="hit"') for page in (every, alone, more)] == [5, 40, 45]
    assert 'class="more" href="?q=nora&amp;kind=contacts&amp;show=80"' in alone and 'class="more" href="?q' not in more
    assert browser.get("/search/", {"q": "nora", "kind": "nonsense"}).status_code == 404


def test_nothing_found_says_what_to_try(browser: Browser) -> None:
    assert "Every word must be found" in browser.get("/search/", {"q": "zzzzz"}).content.decode()


def test_nobody_searches_without_signing_in(cast: Cast) -> None:
    for address in ("/search/", "/palette/", "/choose/clients/"):
        assert Browser().get(address).status_code == 302


def test_the_palette_finds_records_and_actions(browser: Browser, cast: Cast) -> None:
    found = browser.get("/palette/", {"q": "qingchuan"}, headers=PALETTE).content.decode()
    assert f'href="/clients/{cast.qingchuan.reference}/"' in found and 'role="option"' in found
    assert "<html" not in found


def test_the_palette_says_when_nothing_is_found(browser: Browser) -> None:
    for typed, says in (("zzzzz", True), ("qingchuan", False)):
        assert ("Nothing found" in browser.get("/palette/", {"q": typed}, headers=PALETTE).text) is says


@pytest.mark.parametrize("typed", ["new client", "New Cl", "client"])
def test_the_palette_knows_what_can_be_done(browser: Browser, typed: str) -> None:
    assert 'href="/clients/new/"' in browser.get("/palette/", {"q": typed}, headers=PALETTE).content.decode()


def test_a_reader_is_not_offered_to_add(browser: Browser, cast: Cast) -> None:
    browser.force_login(cast.rita)
    assert "/clients/new/" not in browser.get("/palette/", {"q": "new"}, headers=PALETTE).content.decode()


def test_before_anything_is_typed_it_offers_what_was_opened_last(browser: Browser, cast: Cast) -> None:
    browser.get(f"/contacts/{cast.clara.reference}/")
    browser.get(f"/clients/{cast.qingchuan.reference}/")
    remember(cast.tramlight, by=cast.lena)
    assert [hit.record for hit in recent(cast.lena)] == [cast.qingchuan, cast.clara]
    shown = browser.get("/palette/", headers=PALETTE).content.decode()
    assert shown.index(cast.qingchuan.reference) < shown.index(cast.clara.reference)
    assert "Tramlight" not in shown


def test_without_script_the_palette_is_the_search_page(browser: Browser) -> None:
    assert browser.get("/palette/", {"q": "晴 川"})["Location"] == "/search/?q=%E6%99%B4+%E5%B7%9D"


def test_it_offers_records_to_choose_from(browser: Browser, cast: Cast) -> None:
    shown = browser.get("/choose/clients/", {"q": "qcyl"}).content.decode()
    assert f'data-value="{cast.qingchuan.pk}" data-text="晴川医疗"' in shown
    assert "Tramlight" not in browser.get("/choose/clients/").content.decode()
    assert browser.get("/choose/nonsense/").status_code == 404


def test_it_offers_them_to_programs_too(browser: Browser, cast: Cast) -> None:
    answer = browser.get("/choose/contacts/", {"q": "chenlan"}, headers={"Accept": "application/json"})
    expected = {"id": cast.clara.pk, "reference": cast.clara.reference, "label": "陈岚", "subtitle": "晴川医疗"}
    assert json.loads(answer.content) == {"results": [expected]}


@pytest.mark.parametrize("naughty", NAUGHTY)
def test_naughty_words_neither_break_the_page_nor_get_through(browser: Browser, cast: Cast, naughty: str) -> None:
    named = naughty.replace("\x00", "")[:190]
    Client.objects.add(by=cast.lena, name=f"naughty {named}", owner=cast.lena)
    deliver_all()
    for address, headers in (("/search/", {}), ("/palette/", PALETTE), ("/choose/clients/", {})):
        for typed in (naughty, f"naughty {naughty}"):
            answer = browser.get(address, {"q": typed}, headers=headers)
            assert answer.status_code == (400 if "\x00" in typed else 200)
            assert not re.search(r"<script>alert|<img src=x", answer.content.decode())


@override_settings(LANGUAGE_CODE="zh-hans")
def test_it_answers_in_chinese(browser: Browser, cast: Cast) -> None:
    browser.cookies["django_language"] = "zh-hans"
    assert browser.get("/search/", {"q": "晴川"}).status_code == 200
