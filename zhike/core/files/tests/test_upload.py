"""Uploading in the browser: with script, without, and as JSON."""

import pytest
from django.test import Client as Browser
from django.test import RequestFactory
from pytest_django import Settings

from tests.cast import Client
from zhike.core.access.models import User
from zhike.core.files.along import take_along
from zhike.core.files.models import Attachment
from zhike.core.files.tests.conftest import EXE, HTML, PNG, upload

SCRIPT = {"HTTP_HX_REQUEST": "true"}
JSON = {"HTTP_ACCEPT": "application/json"}
PAGE = {"HTTP_ACCEPT": "text/html,application/xhtml+xml"}


@pytest.fixture
def browser(client: Browser, lena: User) -> Browser:
    client.force_login(lena)
    return client


def test_it_takes_several_at_once_and_answers_with_their_rows(browser: Browser, qingchuan: Client) -> None:
    files = [upload("a.png", PNG), upload("<b>.txt")]
    answer = browser.post(f"/files/on/{qingchuan.reference}/", {"file": files}, **SCRIPT)
    assert answer.status_code == 201
    part = answer.content.decode()
    assert part.count('class="file"') == 2 and "b.txt" in part and '<img src="/files/FL-' in part


def test_it_says_to_a_script_in_plain_words_why_not(browser: Browser, qingchuan: Client) -> None:
    answer = browser.post(f"/files/on/{qingchuan.reference}/", {"file": upload("a.png", HTML)}, **SCRIPT)
    assert (answer.status_code, answer["Content-Type"]) == (422, "text/plain; charset=utf-8")
    assert answer.content.decode().startswith("“a.png” ends in .png, but holds something else.")


def test_it_goes_back_without_script_and_says_both(browser: Browser, qingchuan: Client) -> None:
    files = [upload("a.txt"), upload("b.pdf", EXE)]
    address = f"/files/on/{qingchuan.reference}/"
    answer = browser.post(address, {"file": files, "next": address}, **PAGE)
    assert (answer.status_code, answer["Location"]) == (302, address)
    page = browser.get(address, **PAGE).content.decode()
    assert "1 file is in." in page and "b.pdf" in page and "a.txt" in page


def test_it_goes_back_to_our_own_pages_only(browser: Browser, qingchuan: Client) -> None:
    sent = {"file": upload(), "next": "https://elsewhere.example/"}
    answer = browser.post(f"/files/on/{qingchuan.reference}/", sent, **PAGE)
    assert answer["Location"].startswith("/")


def test_it_answers_in_json(browser: Browser, qingchuan: Client) -> None:
    address = f"/files/on/{qingchuan.reference}/"
    told = browser.post(address, {"file": [upload(), upload("b.pdf", EXE)]}, **JSON).json()
    assert [file["name"] for file in told["files"]] == ["offer.txt"]
    assert told["refused"][0]["name"] == "b.pdf"
    assert browser.get(address, **JSON).json()["files"] == told["files"]


def test_it_refuses_what_is_too_large(browser: Browser, qingchuan: Client, settings: Settings) -> None:
    settings.UPLOAD_LIMIT = 3
    answer = browser.post(f"/files/on/{qingchuan.reference}/", {"file": upload()}, **SCRIPT)
    assert answer.status_code == 422 and "at most" in answer.content.decode()


def test_it_asks_for_a_file_when_none_came(browser: Browser, qingchuan: Client) -> None:
    answer = browser.post(f"/files/on/{qingchuan.reference}/", {}, **SCRIPT)
    assert answer.status_code == 422 and "Choose one first" in answer.content.decode()


def test_it_takes_a_draft_which_the_composer_then_sends_along(browser: Browser) -> None:
    part = browser.post("/files/draft/", {"file": upload()}, **SCRIPT).content.decode()
    draft = Attachment.objects.drafts().get()
    assert f'<input type="hidden" name="files" value="{draft.reference}">' in part


@pytest.mark.parametrize("method", ["get", "post"])
def test_it_is_not_found_by_a_stranger(client: Browser, ida: User, qingchuan: Client, method: str) -> None:
    client.force_login(ida)
    assert getattr(client, method)(f"/files/on/{qingchuan.reference}/", {"file": upload()}).status_code == 404
    assert getattr(client, method)("/files/on/XX-1/").status_code == 404


def test_it_lets_a_reader_look_but_not_upload(client: Browser, rita: User, qingchuan: Client) -> None:
    client.force_login(rita)
    address = f"/files/on/{qingchuan.reference}/"
    for headers in (SCRIPT, PAGE, JSON):
        assert client.post(address, {"file": upload()}, **headers).status_code == 403
    assert client.post("/files/draft/", {"file": upload()}, **SCRIPT).status_code == 403
    part = client.get(address, **SCRIPT)
    assert part.status_code == 200 and 'type="file"' not in part.content.decode()


def test_it_sends_those_who_are_not_signed_in_to_the_gate(client: Browser, qingchuan: Client) -> None:
    answer = client.post(f"/files/on/{qingchuan.reference}/", {"file": upload()})
    assert answer.status_code == 302 and "/account/login" in answer["Location"]


def test_it_takes_along_what_a_form_brings(lena: User, qingchuan: Client, rf: RequestFactory) -> None:
    draft = Attachment.objects.attach(upload("draft.txt"), by=lena)
    request = rf.post("/", {"files": [draft.reference], "file": [upload("chosen.txt"), upload("bad.png", HTML)]})
    request.user = lena
    refused = take_along(request, qingchuan)
    assert [file.name for file in Attachment.objects.on(qingchuan)] == ["draft.txt", "chosen.txt"]
    assert [one.name for one in refused] == ["bad.png"]


def test_it_has_a_page_of_its_own_that_leads_to_its_record(browser: Browser, lena: User, qingchuan: Client) -> None:
    file = Attachment.objects.attach(upload("a.png", PNG), by=lena, to=qingchuan)
    page = browser.get(f"/files/{file.reference}/").content.decode()
    assert f"/clients/{qingchuan.reference}/" in page and page.count(file.get_absolute_url()) >= 3
    assert browser.get(f"/files/on/{file.reference}/").status_code == 404
