"""Every resource: its pages show, ask a constant number of questions, and keep strangers out."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.architecture.makers import HIDDEN_FROM_READERS, MAKERS, OF_A_CLIENT


def test_it_has_a_maker(resource):
    assert resource.name in MAKERS, "add it to tests/architecture/makers.py"


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_its_pages_show(resource, language, cast, browse):
    cast.ada.language = language
    cast.ada.save()
    record = MAKERS[resource.name](cast, 1)
    browser = browse(cast.ada)
    for url in (
        resource.url(),
        resource.add_url,
        resource.url("detail", record),
        resource.url("edit", record),
        resource.url("filters"),
    ):
        answer = browser.get(url or resource.url(), follow=True)
        assert answer.status_code == 200, url
        assert answer.headers["Content-Language"] == language


def test_its_list_asks_the_same_number_of_questions_for_2_and_12_rows(resource, cast, browse):
    browser = browse(cast.lena)
    asked = []
    for rows in (2, 12):
        for n in range(rows):
            MAKERS[resource.name](cast, rows * 100 + n)
        asked.append(fewest_questions(browser, f"{resource.url()}?all=1"))
    assert asked[0] == asked[1]


def fewest_questions(browser, url):
    """Of three visits, since what every page asks is kept for two seconds only."""
    counted = []
    for _ in range(3):
        with CaptureQueriesContext(connection) as questions:
            assert browser.get(url).status_code == 200
        counted.append(len(questions))
    return min(counted)


def test_its_page_asks_the_same_number_of_questions_after_2_and_12_edits(resource, cast, browse):
    record, browser = MAKERS[resource.name](cast, 1), browse(cast.ada)
    asked = []
    for edits in (2, 12):
        for _ in range(edits):
            _change(record, cast.ada)
        asked.append(fewest_questions(browser, resource.url("detail", record)))
    assert asked[0] == asked[1]


def _change(record, by):
    """Put away and brought back; what cannot be brought back is renamed, noted, or looked after by another."""
    if record.restore is None and hasattr(record, "name"):
        record.amend(by=by, name=f"{record.name}.")
    elif record.restore is None and hasattr(record, "note"):
        record.amend(by=by, note=f"{record.note}.")
    elif record.restore is None:
        record.amend(by=by, owner=None if record.owner_id else by)
    else:
        (record.archive if record.archived_at is None else record.restore)(by=by)


def test_nobody_sees_it_without_signing_in(resource, cast, client):
    record = MAKERS[resource.name](cast, 1)
    for page in filter(resource.has, ("list", "add", "bulk", "board", "filters")):
        assert client.get(resource.url(page)).status_code == 302
    for page in ("detail", "edit"):
        answer = client.get(resource.url(page, record))
        assert answer.status_code == 302
        assert "/account/login/" in answer.headers["Location"]


def test_a_stranger_finds_it_in_no_list(resource, cast, browse):
    if resource.name not in OF_A_CLIENT:
        return
    record = MAKERS[resource.name](cast, 1)
    assert record.reference not in browse(cast.ida).get(f"{resource.url()}?all=1").content.decode()
    assert record.reference in browse(cast.lena).get(f"{resource.url()}?all=1").content.decode()


def test_a_reader_may_look_but_not_change(resource, cast, browse):
    record, browser = MAKERS[resource.name](cast, 1), browse(cast.rita)
    if resource.name in HIDDEN_FROM_READERS:
        assert browser.get(resource.url("detail", record)).status_code == 404
        return
    assert browser.get(resource.url("detail", record), follow=True).status_code == 200
    for url in filter(None, (resource.add_url, resource.url("edit", record))):
        assert browser.get(url).status_code == 403
        assert browser.post(url, {}).status_code == 403


def test_a_reader_changes_nothing_in_bulk(resource, cast, browse):
    record = MAKERS[resource.name](cast, 1)
    browse(cast.rita).post(resource.url("bulk"), {"ids": [record.pk], "action": "archive"})
    record.refresh_from_db()
    assert record.archived_at is None


def test_form_and_row_refuse_with_the_same_words(resource, cast):
    """An empty form, and one with nonsense in every field, through both doors of the gate."""
    record = MAKERS[resource.name](cast, 1)
    names = [name for name in resource.form(by=cast.ada).fields if name != "version"]
    for said in ({}, dict.fromkeys(names, "\x00no such thing "), dict.fromkeys(names, "zz-@-99")):
        bound = resource.form(said, instance=type(record)(), by=cast.ada)
        _values, faults = resource.form(instance=type(record)(), by=cast.ada).clean_row(said)
        assert {name: list(map(str, errors)) for name, errors in bound.errors.items() if name in names} == {
            name: errors for name, errors in faults.items() if name
        }
