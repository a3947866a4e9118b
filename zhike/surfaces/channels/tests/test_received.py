"""What a mail says, in whatever charset; what is new in it, apart from what it quotes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhike.core.base.markdown import escaped, plain, render
from zhike.surfaces.channels.charsets import header_text
from zhike.surfaces.channels.folding import fold
from zhike.surfaces.channels.page_text import text_of_page
from zhike.surfaces.channels.received import read
from zhike.surfaces.channels.tests.folded import FOLDED


@pytest.mark.parametrize(
    ("text", "said", "codec"),
    [
        ("您好，镕基先生：报价已收到。", "gb2312", "gb18030"),  # 镕 is not in GB 2312, but written so
        ("您好，报价已收到。", "gb18030", "gb18030"),
        ("您好，報價已收到。", "big5", "big5"),
        ("見積もりを受け取りました。", "iso-2022-jp", "iso2022_jp"),
        ("Grüße – naïve", "iso-8859-1", "cp1252"),
        ("您好，报价已收到，谢谢您的帮助。", "", "gb18030"),
        ("您好，报价已收到。", "utf-8", "utf-8"),
        ("您好，报价已收到，谢谢。", "no-such-charset", "gb18030"),
    ],
)
def test_text_is_read_in_what_it_was_written(text: str, said: str, codec: str) -> None:
    kind = f"text/plain; charset={said}" if said else "text/plain"
    raw = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n".encode() + text.encode(codec)
    assert read(raw).text == text


def test_headers_are_read_encoded_split_and_raw() -> None:
    assert header_text("=?utf-8?B?5oql5Lu3?=") == "报价"
    whole = "报价单".encode("gb18030")
    words = " ".join(f"=?gb2312?Q?{''.join(f'={one:02X}' for one in part)}?=" for part in (whole[:3], whole[3:]))
    assert header_text(words) == "报价单"
    raw = "Subject: 报价已收到，谢谢您\r\n\r\nx".encode("gb18030")
    assert read(raw).subject == "报价已收到，谢谢您"


def test_file_names_are_read_in_both_ways() -> None:
    head = "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
    rfc = "--b\r\nContent-Type: application/pdf\r\n"
    rfc += "Content-Disposition: attachment; filename*=utf-8''%E6%8A%A5.pdf\r\n\r\nx\r\n"
    usual = '--b\r\nContent-Type: application/pdf; name="=?utf-8?B?5oql?=.pdf"\r\n\r\nx\r\n--b--'
    assert [one.name for one in read((head + rfc + usual).encode()).enclosed] == ["报.pdf", "报.pdf"]


def test_a_page_becomes_its_words() -> None:
    page = "<style>x</style><p>您好&nbsp;林娜</p><ul><li>One<li>Two</ul><blockquote><p>Old</p></blockquote>"
    assert text_of_page(page) == "您好 林娜\n\n- One\n- Two\n> Old"


def test_soft_line_ends_are_joined() -> None:
    raw = b"Content-Type: text/plain; format=flowed\r\n\r\nOne \r\nline.\r\n> Quoted \r\n> one.\r\n-- \r\nClara"
    assert read(raw).text == "One line.\n> Quoted one.\n-- \nClara"


@pytest.mark.parametrize(("text", "said"), FOLDED)
def test_quotes_and_signatures_are_folded(text: str, said: str) -> None:
    assert fold(text)[0] == said


@given(st.text(max_size=300))
def test_folding_loses_no_word(text: str) -> None:
    said, folded = fold(text)
    assert "".join(f"{said} {folded}".split()) == "".join(text.split())
    assert said or not text.strip()


@given(st.text(alphabet="ab*_`[]()<>#-+=|1.~\\!& &amp;\n", max_size=60))
def test_plain_text_reads_as_it_was_written(text: str) -> None:
    assert "".join(plain(escaped(text)).split()) == "".join(text.split())
    assert "<em>" not in render(escaped(text))
