import re

import pytest
from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st

from zhike.core.search.highlight import highlight


@pytest.mark.parametrize(
    ("text", "typed", "shown"),
    [
        ("北京知客科技", "知客", "北京<mark>知客</mark>科技"),
        ("Meeting notes", "meet", "<mark>Meet</mark>ing notes"),
        ("They were running", "runs", "They were <mark>running</mark>"),
        ("Café <b>", "cafe b", "<mark>Café</mark> &lt;<mark>b</mark>&gt;"),
        ("ＺＨＩＫＥ", "zhike", "<mark>ＺＨＩＫＥ</mark>"),
        ("+86 138 0013 8000", "00138", "+86 138 <mark>0013 8</mark>000"),
        ("Straße", "strasse", "<mark>Straße</mark>"),
        ("nothing here", "知", "nothing here"),
        ("", "x", ""),
    ],
)
def test_it_marks_what_was_found(text: str, typed: str, shown: str) -> None:
    assert highlight(text, typed) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("zengguo", "<mark>曾国</mark>藩"),
        ("cengg", "<mark>曾国</mark>藩"),
        ("gf", "曾<mark>国藩</mark>"),
        ("zgf", "<mark>曾国藩</mark>"),
        ("fan", "曾国<mark>藩</mark>"),
        ("x", "曾国藩"),
    ],
)
def test_it_marks_the_characters_that_pinyin_found(typed: str, shown: str) -> None:
    assert highlight("曾国藩", typed, name=True) == shown


def test_it_cuts_an_excerpt_around_the_first_hit() -> None:
    shown = highlight("before " * 50 + "the contract " + "after " * 50, "contract", width=80)
    assert shown.startswith("…before") and "<mark>contract</mark>" in shown and shown.endswith("…")
    assert len(re.sub(r"<.*?>", "", shown)) <= 82


@given(st.text(max_size=60), st.text(max_size=10), st.booleans())
def test_it_adds_nothing_but_marks_and_lets_no_markup_through(text: str, typed: str, name: bool) -> None:
    assert re.sub(r"</?mark>", "", highlight(text, typed, name=name)) == escape(text)
