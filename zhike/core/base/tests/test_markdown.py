import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.public_data import PUBLIC
from zhike.core.base import markdown

NAUGHTY = PUBLIC / "naughty_strings/blns.json"
STRINGS = json.loads(NAUGHTY.read_text()) if NAUGHTY.exists() else []
STRINGS += ["<script>alert(1)</script>", "[x](javascript:alert(1))", '<img src=x onerror="alert(1)">', "\0", "> " * 500]


class _Dangers(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [tag] if tag in ("script", "iframe", "style", "svg", "object", "form", "input") else []
        self.found += [name for name, _value in attrs if name.startswith("on") or name == "style"]
        self.found += [value for _name, value in attrs if value and re.match(r"\s*(javascript|data|vbscript):", value)]


def dangers(html: str) -> list[str]:
    parser = _Dangers()
    parser.feed(html)
    return parser.found


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**bold** and\nnext", "<p><strong>bold</strong> and<br>\nnext</p>"),
        ("hello @lena", "<p>hello @lena</p>"),
        ("<b>raw</b>", "<p>&lt;b&gt;raw&lt;/b&gt;</p>"),
        ("[a](https://a.cn)", '<p><a href="https://a.cn" rel="noopener nofollow noreferrer">a</a></p>'),
        (
            "看https://a.cn/b。好",
            '<p>看<a href="https://a.cn/b" rel="noopener nofollow noreferrer">https://a.cn/b</a>。好</p>',
        ),
        ("[x](javascript:alert)", "<p>[x](javascript:alert)</p>"),
        ("![p](https://a.cn/x.png)", '<p><a href="https://a.cn/x.png" rel="noopener nofollow noreferrer">p</a></p>'),
        ("![p](//a.cn/x.png)", '<p><a href="//a.cn/x.png" rel="noopener nofollow noreferrer">p</a></p>'),
        ("![p](/files/7)", '<p><img src="/files/7" alt="p"></p>'),
        ("- [ ] a\n- [x] b", "<ul>\n<li>☐ a</li>\n<li>☑ b</li>\n</ul>"),
        ("~~gone~~", "<p><s>gone</s></p>"),
    ],
)
def test_it_renders_what_people_write(text: str, html: str) -> None:
    assert markdown.render(text) == html


def test_it_renders_tables() -> None:
    assert "<td>1</td>" in markdown.render("|a|b|\n|-|-|\n|1|2|")


@pytest.mark.parametrize("text", STRINGS)
def test_naughty_text_stays_harmless(text: str) -> None:
    assert dangers(markdown.render(text)) == []


@given(st.text(max_size=80) | st.text("<>![]()*_`~|-\n \\:/htpsx&;\"'=#@", max_size=60))
def test_any_text_renders_to_harmless_html(text: str) -> None:
    assert dangers(markdown.render(text)) == []
    markdown.plain(text)


def test_it_gives_the_words_alone() -> None:
    text = "# 标题\n\nHello **bold**\n[link](https://a.cn) ![pic](/x)\n\n- one\n- two\n\n```\ncode\n```"
    assert markdown.plain(text) == "标题\nHello bold link pic\none\ntwo\ncode"
