"""Every address of the program, tried by nobody, by a stranger, by a reader, and with nonsense."""

import pytest
from django.core import signing
from django.test import Client as Browser

from tests.architecture.doors import ALL, INSIDE, Told, Tried, in_turn, parts_of, told_of, try_all, view_of
from tests.cast import Cast
from zhike.core.pages.list import ListPage
from zhike.core.resources.registry import RESOURCES

NONSENSE = (
    "x",
    "CL-0",
    "CL--1",
    "CL-99999999999999999999",
    "CL-٣",
    "%00",
    "CL-1%00",
    "%F0%9F%92%A9",
    "..%2F..%2Fetc",
    "'",
)
ODD = (
    "\0",
    "-1",
    "9" * 30,
    "٣",
    "²",
    "'\"><svg/onload=alert(1)>",
    "2026-13-45",
    "\r\nX-Odd: 1",
    "[]",
    "x" * 3000,
    "😀",
)
WORDS = (
    "q",
    "sort",
    "after",
    "before",
    "columns",
    "column",
    "kind",
    "tab",
    "show",
    "client",
    "only",
    "field",
    "all",
    "next",
)
POSTED = ("ids", "action", "value", "query", "events", "name", "text", "title", "version", "user", "due_on", "theme")
EVIL = ("//evil.example", "/\\evil.example", "https://evil.example", "/\t/evil.example", "javascript:1")
HEADERS = ("Content-Security-Policy", "X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy")


@pytest.fixture
def told(cast: Cast) -> Told:
    return told_of(cast)


def broken(tried: Tried) -> list[str]:
    tried = [one for one in tried if "/readyz" not in one[0]]  # which has no worker here
    return [f"{asked}: {answer!r}" for asked, answer in tried if getattr(answer, "status_code", 500) >= 500]


def test_nobody_comes_in_without_signing_in(told, client):
    asked = [(method, door.at(parts_of(door, told)), {}) for door in INSIDE for method in ("get", "post")]
    for at, answer in try_all(client, asked):
        at_the_gate = answer.status_code == 302 and answer.headers["Location"].startswith("/account/login/")
        assert at_the_gate or answer.status_code in (204, 401, 403, 404, 405), at
        assert "晴川" not in answer.getvalue().decode()


def test_a_stranger_hears_nothing_of_another_client_anywhere(told, cast, browse):
    plain = [door.at(parts_of(door, told)) for door in INSIDE if set(door.parts) <= {"resource"}]
    words = (
        {"q": "晴川"},
        {"q": cast.qingchuan.reference},
        {"client": cast.qingchuan.pk, "all": 1},
        {"kind": "clients"},
    )
    asked = [("get", at, said) for at in plain for said in words]
    for at, answer in try_all(browse(cast.ida), asked, headers={"HX-Request": "true"}):
        assert "医疗" not in answer.getvalue().decode(), at


def test_it_breaks_at_no_odd_reference(told, cast, browse):
    asked = [
        (method, door.at(parts_of(door, told) | {part: odd}), {})
        for door in ALL
        for part in door.parts
        for odd in in_turn(door, NONSENSE)
        for method in ("get", "post")
    ]
    assert broken(try_all(browse(cast.ada), asked)) == []


def test_it_breaks_at_no_odd_word(told, cast, browse):
    asked = []
    for door in ALL:
        at, filters = (
            door.at(parts_of(door, told)),
            RESOURCES[door.area].all_filters() if door.area in RESOURCES else (),
        )
        asked += [("get", at, dict.fromkeys([*WORDS, *filters], odd)) for odd in in_turn(door, ODD)]
        if view_of(door) is ListPage:  # where one odd word might hide another
            asked += [("get", at, {word: "\0"}) for word in (*in_turn(door, WORDS), *filters)]
    assert broken(try_all(browse(cast.ada), asked)) == []


def test_it_breaks_at_nothing_odd_that_is_posted(told, cast, browse):
    asked = []
    for door in ALL:
        names = [*POSTED, *WORDS, *(RESOURCES[door.area].form(by=cast.ada).fields if door.area in RESOURCES else ())]
        at = door.at(parts_of(door, told))
        asked += [("post", at, dict.fromkeys(names, odd)) for odd in in_turn(door, ODD)]
        asked += [("post", at, dict.fromkeys(names, "a\0b\nc") | {"query": "q=a"})]
        asked += [
            ("post", at, dict.fromkeys(names, odd) | {"action": "set:tags", "all": "1"})
            for odd in in_turn(door, ODD, 1)[:3]
        ]
    assert broken(try_all(browse(cast.ada), asked)) == []


def test_it_tells_the_browser_what_to_refuse(told, cast, browse, client):
    asked = [("get", door.at(parts_of(door, told)), {}) for door in ALL] + [("get", "/nowhere/", {})]
    for browser in (client, browse(cast.ada), browse(cast.rita)):
        for at, answer in try_all(browser, asked):
            assert [name for name in HEADERS if name not in answer.headers] == [], at
            assert "unsafe" not in answer.headers["Content-Security-Policy"], at


def test_it_takes_no_post_without_the_forms_token(told, cast):
    browser = Browser(enforce_csrf_checks=True)
    browser.force_login(cast.ada)
    for at, answer in try_all(browser, [("post", door.at(parts_of(door, told)), {}) for door in INSIDE]):
        assert answer.status_code in (403, 404), at


def test_no_next_leads_out_of_the_house(told, cast, browse):
    said = {"name": "N", "action": "archive", "text": "T", "title": "T", "language": "en"}
    asked = [
        ("post", door.at(parts_of(door, told)), said | {"next": evil})
        for door in INSIDE
        for evil in in_turn(door, EVIL)
    ]
    for at, answer in try_all(browse(cast.ada), asked):
        gone = getattr(answer, "headers", {}).get("Location", "").partition("?")[0]
        assert "evil" not in gone, at
        assert "javascript" not in gone, at


def test_it_breaks_at_no_place_that_another_order_kept(told, cast, browse):
    """`after` is signed, so it is one of ours; but it may have been kept from another column."""
    asked = []
    for resource in RESOURCES.values():
        sorts = [name for name, column in resource.all_columns().items() if column.sort]
        kept = [
            signing.dumps([value, 1, "other"], compress=True) for value in ("Abc", 7, None, "2026-01-01T00:00:00+00:00")
        ]
        asked += [("get", resource.url(), {"sort": sort, "after": after}) for sort in sorts for after in kept]
    assert broken(try_all(browse(cast.ada), asked)) == []
