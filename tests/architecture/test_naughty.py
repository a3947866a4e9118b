"""Odd texts through every text field of every kind of record: to page, file, paper and mail. Nothing breaks, none of
it comes through as markup, as a template, as a formula or as a header.
"""

import csv
import json
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from html.parser import HTMLParser
from itertools import cycle
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from django import forms
from django.test import Client as Browser
from django.urls import reverse

from tests.architecture import naughty
from tests.architecture.makers import MAKERS
from tests.architecture.test_senders import SENDERS
from tests.cast import Cast
from zhike.core.base.formulas import RUN
from zhike.core.documents.registry import documents_of
from zhike.core.mail.errors import BrokenHeader
from zhike.core.mail.message import message_of
from zhike.core.mail.models import Letter
from zhike.core.mail.writing import write
from zhike.core.resources.registry import RESOURCES
from zhike.core.resources.resource import Resource
from zhike.surfaces.api.tests.conftest import Program, program_of
from zhike.surfaces.exchange.export.leaving import Wish
from zhike.surfaces.exchange.export.taking import write_at_once

ROUNDS = 3
ANY = {"If-Match": "*"}
LEADS = {"href", "src", "action", "formaction", "hx-get", "hx-post"}


class Markup(HTMLParser):
    """What of a page is not ours: `faults`."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.within = tag if tag in ("script", "style") else self.within
        if "naughty" in tag or tag == "style":
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            leads = name in LEADS and (value or "").strip().lower().startswith(
                ("javascript:", "data:text", "vbscript:")
            )
            if "naughty" in name or name.startswith("on") or leads:
                self.faults.append(f"<{tag} {name}={value}>")

    def handle_endtag(self, tag: str) -> None:
        self.within = "" if tag == self.within else self.within

    def handle_data(self, data: str) -> None:
        if (self.within and data.strip()) or "SHOUTED" in data:
            self.faults.append(data[:80])


def faults_of(page: str) -> list[str]:
    found = Markup()
    found.feed(page)
    found.close()
    return found.faults


@pytest.mark.parametrize(
    "page",
    [
        naughty.MARKUP[0],
        f'<p title="{naughty.MARKUP[7]}">',
        f'<a href="{naughty.MARKUP[15]}">',
        "<style>a{}</style>",
        "<p>SHOUTED",
        "<script>1</script>",
    ],
)
def test_it_would_be_found(page: str) -> None:
    assert faults_of(page)


def texts_of(resource: Resource, by: Any) -> list[str]:
    """The fields of its form in which somebody writes freely."""
    fields = resource.form(by=by).fields
    plain = (forms.CharField, forms.URLField, forms.EmailField)
    return [name for name, one in fields.items() if type(one) in plain and name != "version"]


def put(program: Program, resource: Resource, reference: str, values: dict[str, str]) -> tuple[str, list[str]]:
    """Write them into the record, or into another like it where its words stand for ever; all but what is refused with
    a reason. (The record that has them, which were taken.)"""
    place = f"{resource.name}/{reference}"
    answer, taken = _tried(lambda said: program.patch(place, said, **ANY), values)
    if answer.status_code != 200:
        told = program.get(place).json()
        fields = resource.form().fields.keys() - {"version"}
        known = {name: told[name] for name in fields if told.get(name) is not None}
        answer, taken = _tried(lambda said: program.post(resource.name, known | said), values)
    return (answer.json()["reference"], taken) if answer.status_code in (200, 201) else (reference, [])


def _tried(send: Callable[[dict[str, str]], Any], values: dict[str, str]) -> tuple[Any, list[str]]:
    answer = send(values)
    if answer.status_code == 422:
        refused = answer.json().get("errors", {})
        values = {name: said for name, said in values.items() if name not in refused}
        answer = send(values) if values else answer
    assert answer.status_code < 500, (values, answer.content)
    return answer, list(values.values())


def test_none_breaks_a_page_or_comes_through_as_markup(cast: Cast, tmp_path: Path) -> None:
    adas, browser, said = program_of(cast.ada), Browser(), cycle(naughty.ALL)
    browser.force_login(cast.ada)
    taken: list[str] = []
    for name, resource in RESOURCES.items():
        reference, fields = MAKERS[name](cast, 1).reference, texts_of(resource, cast.ada)
        for _round in range(ROUNDS if fields else 0):
            reference, more = put(adas, resource, reference, {one: next(said) for one in fields})
            taken += more
        columns = ",".join(resource.all_columns())
        for address in (f"/{name}/?columns={columns}", *_pages(resource, reference)):
            answer = browser.get(address)
            assert answer.status_code == 200, address
            assert faults_of(answer.text) == [], address
        for document in documents_of(resource.record_type):
            paper = browser.get(f"/documents/{reference}/{document}.pdf?language=zh")
            assert (paper.status_code, paper.content[:4]) == (200, b"%PDF"), (reference, document)
        assert list(run_formulas(name, cast, tmp_path / f"{name}.csv")) == []
        assert list(run_in_workbooks(name, cast, tmp_path / f"{name}.xlsx")) == []
        assert holds_objects(name, cast, tmp_path / f"{name}.jsonl")
    assert len(taken) > 2 * len(naughty.ALL) and len({*taken}) > 0.8 * len(naughty.ALL)


def _pages(resource: Resource, reference: str) -> Iterator[str]:
    yield from (
        reverse(f"{resource.name}:{page}", args=[reference]) for page in ("detail", "edit") if resource.has(page)
    )


def run_formulas(name: str, cast: Cast, path: Path) -> Iterator[str]:
    """Cells of the exported list that a spreadsheet would run."""
    write_at_once(path, Wish(name, columns="all"), "csv", by=cast.ada)
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.reader(file):
            yield from (cell for cell in row if RUN.match(cell) and not cell.startswith("'") and not _is_number(cell))


def run_in_workbooks(name: str, cast: Cast, path: Path) -> Iterator[str]:
    """What a spreadsheet would run, or follow, of the list as a workbook; each of its parts is sound XML."""
    write_at_once(path, Wish(name, columns="all"), "xlsx", by=cast.ada)
    with ZipFile(path) as book:
        parts = {one: ElementTree.fromstring(book.read(one)) for one in book.namelist() if one.endswith("xml")}
    for part, root in parts.items():
        yield from (f"{part}: {one.tag}" for one in root.iter() if one.tag.endswith(("}f", "}hyperlink")))


def holds_objects(name: str, cast: Cast, path: Path) -> bool:
    """Whether each line of the list as JSON lines is an object with all columns."""
    count = write_at_once(path, Wish(name, columns="all"), "jsonl", by=cast.ada)
    told = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    return len(told) == count and len({frozenset(one) for one in told}) == 1


def _is_number(cell: str) -> bool:
    return cell.removeprefix("-").replace(".", "").replace(",", "").isdecimal()


def test_all_of_it_goes_on_one_page_and_on_paper(cast: Cast, settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    cast.qingchuan.amend(by=cast.lena, about="\n\n".join(one for one in naughty.ALL if "\x1b" not in one)[:60_000])
    cast.clara.amend(by=cast.lena, title=naughty.TEMPLATES[6][:120], about="\n".join(naughty.MARKUP))
    browser = Browser()
    browser.force_login(cast.lena)
    assert faults_of(browser.get(f"/clients/{cast.qingchuan.reference}/?tab=facts").text) == []
    for language in ("zh", "en"):
        answer = browser.get(f"/documents/{cast.qingchuan.reference}/dossier.pdf?language={language}")
        assert answer.status_code == 200 and answer.content.startswith(b"%PDF")


@pytest.mark.parametrize("sender", SENDERS)
def test_names_that_are_markup_stay_names_in_every_letter(cast: Cast, sender: str) -> None:
    """Whoever writes it, from whatever template."""
    one, other = naughty.MARKUP[0], naughty.MARKUP[7]
    cast.qingchuan.amend(by=cast.lena, name=f"晴川{one}", short_name=other)
    cast.clara.amend(
        by=cast.lena, name=f"陈岚{one}", form_of_address=naughty.TEMPLATES[0], emails=["clara@qingchuan.example"]
    )
    cast.lena.amend(by=cast.ada, name=f"Lena{naughty.MARKUP[8]}")
    SENDERS[sender](cast)
    sent = message_from_bytes(message_of(Letter.objects.get(), "desk@zhike.example").as_bytes(), policy=policy.default)
    page = sent.get_body(("html",)).get_content()
    assert [fault for fault in faults_of(page) if not fault.startswith("<style")] == []
    assert "SHOUTED" not in sent.get_body(("plain",)).get_content()


def test_all_of_it_goes_by_mail(cast: Cast) -> None:
    refused, to = [], "clara@qingchuan.example"
    for one in naughty.ALL:
        try:
            letter = write(
                by=cast.lena, to="clara@qingchuan.example", subject=one[:200], text=one, about=cast.qingchuan
            )
        except BrokenHeader:
            refused.append(one)
            letter = write(by=cast.lena, to="clara@qingchuan.example", subject="-", text=one, about=cast.qingchuan)
        sent = message_from_bytes(message_of(letter, "desk@zhike.example").as_bytes(), policy=policy.default)
        assert sent["Bcc"] is None and sent["To"].addresses[0].addr_spec == to
        page = sent.get_body(("html",)).get_content()
        assert [fault for fault in faults_of(page) if not fault.startswith("<style")] == [], one
    assert set(naughty.LINES[:6]) <= set(refused)
