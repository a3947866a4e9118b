"""Who is meant by an @."""

from types import SimpleNamespace

import pytest
from django.utils.safestring import mark_safe

from zhike.core.discussion.mentions import marked, people_in

NAMES = ("Lena 林娜", "Omar", "Omar Said", "Anna Li", "Anna Wu", "王芳", "王芳芳")
STAFF = [SimpleNamespace(pk=pk, name=name) for pk, name in enumerate(NAMES, start=1)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("@Lena please look", ["Lena 林娜"]),
        ("@lena 林娜, please", ["Lena 林娜"]),
        ("请@林娜看一下", ["Lena 林娜"]),
        ("请＠林娜看一下", ["Lena 林娜"]),
        ("@Omar Said", ["Omar Said"]),
        ("@Omar, @Omar again", ["Omar"]),
        ("(@Omar)", ["Omar"]),
        ("@王芳芳你好，@王芳", ["王芳芳", "王芳"]),
        ("@Omarion", []),
        ("mail lena@omar.example", []),
        ("Omar", []),
        ("@", []),
    ],
)
def test_it_finds_whole_names_and_their_parts(text: str, named: list[str]) -> None:
    found, unclear = people_in(text, STAFF)
    assert [person.name for person in found] == named
    assert unclear == []


def test_a_name_that_fits_several_is_nobodys() -> None:
    assert people_in("@Anna and @Anna Wu", STAFF) == ([STAFF[4]], ["Anna"])


def test_it_marks_the_words_and_leaves_the_tags_alone() -> None:
    html = mark_safe('<p><a href="https://x.example/@Omar">hi</a> @Omar &lt;</p>')
    assert marked(html, [STAFF[1]]) == (
        '<p><a href="https://x.example/@Omar">hi</a> <span class="mention">@Omar</span> &lt;</p>'
    )
