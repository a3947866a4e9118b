"""The import pages, from the file to what it did."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client as Browser

from tests.cast import Cast
from zhike.clients.models import Client
from zhike.core.access.models import User
from zhike.core.base.tests.books import book
from zhike.core.jobs.models import Job
from zhike.core.jobs.running import run as work
from zhike.surfaces.exchange.engine import CHUNK
from zhike.surfaces.exchange.models import Import, Stage

FILE = "名称,手机,Type\nFarshore,13800138000,A\n晴川,1388000 12,B\n".encode("gb18030")


def bring(browser: Browser, content: bytes = FILE, name: str = "spring.csv") -> Any:
    return browser.post("/clients/import/", {"file": SimpleUploadedFile(name, content)})


def chosen(of: Import, **more: str) -> dict[str, str]:
    columns = {f"column-{place}": one.field for place, one in enumerate(of.matched)}
    return columns | {"region": of.region, "key": of.key} | more


@pytest.fixture
def browser(client: Browser, lena: User) -> Browser:
    client.force_login(lena)
    return client


def test_it_says_where_to_choose_the_country_of_refused_phones(browser: Browser) -> None:
    address = bring(browser).url
    of = Import.objects.get()
    browser.post(f"{address}match/", chosen(of))
    work(Job.objects.latest("pk").pk)
    page = browser.get(address).content.decode()
    assert "choose it below under “National phone numbers and dates are as in”" in page


def test_it_goes_from_file_to_match_to_check_to_import(browser: Browser) -> None:
    assert "CSV, TSV or a workbook" in browser.get("/clients/import/").content.decode()
    address = bring(browser).url
    of = Import.objects.get()
    page = browser.get(address).content.decode()
    assert "2 rows, read as GB18030 with commas, header in line 1" in page
    assert "same word" in page and "not imported" in page and "Check the file" in page

    assert browser.post(f"{address}match/", chosen(of)).url == address
    assert "Checking" in page or "data-progress" in browser.get(address).content.decode()
    work(Job.objects.latest("pk").pk)
    page = browser.get(address).content.decode()
    assert (
        "nothing is written yet" in page
        and "1388000 12" in page
        and not Client.objects.filter(name="Farshore").exists()
    )

    browser.post(f"{address}match/", chosen(of, go="1"))
    assert f'data-progress="{address}part/"' in browser.get(address).content.decode()
    work(Job.objects.latest("pk").pk)
    part = browser.get(f"{address}part/").content.decode()
    assert "data-progress" not in part and "See the clients" in part
    assert Client.objects.get(name="Farshore").phones == ["+8613800138000"]
    assert Import.objects.get().stage == Stage.DONE


def test_it_gives_back_what_was_not_taken(browser: Browser) -> None:
    address = bring(browser).url
    browser.post(f"{address}match/", chosen(Import.objects.get(), go="1"))
    work(Job.objects.latest("pk").pk)
    answer = browser.get(f"{address}rejects.csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert 'filename="spring.rejects.csv"' in answer["Content-Disposition"]
    header, row = text.splitlines()
    assert header.startswith("名称,手机,Type,") and row.startswith("晴川,1388000 12,B,手机: ")


def test_it_says_why_a_file_cannot_be_read(browser: Browser) -> None:
    for content in (b"", b"Name\n", b"Name,Phone\n\0\0"):
        answer = bring(browser, content)
        assert answer.status_code == 422 and 'class="error"' in answer.content.decode()
    assert not Import.objects.exists()


def test_it_reads_a_file_as_one_says(browser: Browser) -> None:
    address = bring(browser, b"a;b|c\nName;City|Phone\nFarshore;Kiel|1\n").url
    assert "Read differently" in browser.get(address).content.decode()
    told = {"read-encoding": "utf-8", "read-delimiter": "|", "read-header_row": "2"}
    assert browser.post(f"{address}read/", told).url == address
    of = Import.objects.get()
    assert ([one.column for one in of.matched], of.total) == (["Name;City", "Phone"], 1)
    answer = browser.post(f"{address}read/", told | {"read-header_row": "9"})
    assert answer.status_code == 422 and "Line 9 is empty" in answer.content.decode()


def test_it_reads_another_sheet_of_a_workbook(browser: Browser) -> None:
    content = book({"Title": [["x", "y"], [1, 2]], "客户": [["", ""], ["名称", "城市"], ["澄湖茶业", "苏州"]]})
    address = bring(browser, content, "clients.xlsx").url
    assert "1 rows of the sheet “Title”" in browser.get(address).content.decode()
    browser.post(f"{address}read/", {"read-sheet": "客户", "read-header_row": "1"})
    of = Import.objects.get()
    assert (of.sheet, of.header_row, [one.field for one in of.matched]) == ("客户", 2, ["name", "city"])
    browser.post(f"{address}match/", chosen(of, go="1"))
    work(Job.objects.latest("pk").pk)
    assert Client.objects.get(name="澄湖茶业").city == "苏州"


def test_it_refuses_a_match_that_cannot_be(browser: Browser) -> None:
    address = bring(browser).url
    both = chosen(Import.objects.get()) | {"column-0": "name", "column-2": "name"}
    answer = browser.post(f"{address}match/", both)
    assert answer.status_code == 422 and "Two columns become" in answer.content.decode()


def test_it_stops_and_goes_on(browser: Browser, lena: User) -> None:
    rows = "".join(f"T{n}\n" for n in range(CHUNK + 5))
    address = bring(browser, f"Name\n{rows}".encode()).url
    browser.post(f"{address}match/", chosen(Import.objects.get(), go="1"))
    job = Job.objects.latest("pk")
    browser.post(f"/jobs/{job.pk}/cancel/")
    work(job.pk)
    page = browser.get(address).content.decode()
    assert "It stopped after 0 of" in page
    browser.post(f"{address}go-on/")
    work(Job.objects.latest("pk").pk)
    assert Client.objects.filter(name__startswith="T").exclude(name="Tramlight").count() == CHUNK + 5


def test_it_imports_once_when_pressed_twice(browser: Browser) -> None:
    address = bring(browser).url
    for _press in range(2):
        browser.post(f"{address}match/", chosen(Import.objects.get(), go="1"))
    assert Job.objects.count() == 1


def test_it_is_hidden_from_others_and_refused_to_readers(browser: Browser, cast: Cast) -> None:
    address = bring(browser).url
    for person, status in ((cast.omar, 404), (cast.rita, 403)):
        browser.force_login(person)
        assert browser.get(address).status_code == status
    browser.logout()
    assert browser.get(address).status_code == 302


def test_it_knows_only_what_can_be_imported(browser: Browser) -> None:
    assert browser.get("/teams/import/").status_code == 404
    assert "Import" in browser.get("/contacts/import/").content.decode()


def test_its_list_offers_the_import(browser: Browser) -> None:
    assert 'href="/clients/import/"' in browser.get("/clients/").content.decode()
