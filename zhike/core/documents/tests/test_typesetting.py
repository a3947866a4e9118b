"""From data to PDF: what is in it, that nothing breaks out, that it stays the same."""

import subprocess
import sys
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from zhike.core.documents.sections import Entry, entries, facts, joined, prose, table
from zhike.core.documents.tests.reading import pages_of, text_of
from zhike.core.documents.typesetting import paper_of, typeset

TEMPLATE = "clients/dossier/typst/dossier.typ"
NAUGHTY = (
    "#pagebreak() #panic(1)", '#read("/config/settings.py")', "$ x^2 $ *bold* _it_ `raw` <label> @ref", "= No heading",
    "\\u{41} \\", "]]]}}})))", '"; #let told = 1', "{page} {n} %(name)s %s {{ x }}", "<script>alert(1)</script>",
    "Ω≈ç√∫˜µ≤≥÷", "田中さんにあげて下さい", "𠜎𠜱𠝹 龘靐齉", "👩‍👩‍👧‍👦 ❤️", "ﷺ هذا", "Z̮̞̠͙͔ͅḀ̗̞͈",
    "\u202eabc\u202c", "\u200b\ufeff",
    "\x01\x07\x1b[31m", "a" * 600, "很" * 600, "//comment /* not */", "https://example.com/" + "x" * 200,
)  # fmt: skip


def told(**more: Any) -> dict[str, Any]:
    frame = {
        "language": "zh",
        "paper": "a4",
        "title": "杭州晴川医疗科技有限公司",
        "subtitle": "晴川医疗",
        "kind": "客户档案",
        "company": "知客",
        "day": "2026年5月13日",
        "made": "由林娜整理",
        "words": {"page": "第 {n} 页，共 {m} 页"},
        "sections": [],
    }
    return frame | more


def test_its_text_is_found_and_it_says_what_it_is():
    sections = joined([prose("关于", "他们做核磁共振设备。"), facts("往来", [("负责人", "林娜")])])
    made = typeset(TEMPLATE, told(sections=sections))
    for words in ("杭州晴川医疗科技有限公司", "他们做核磁共振设备。", "负责人", "林娜", "第1页，共1页"):
        assert words in text_of(made)
    paper = PdfReader(BytesIO(made))
    assert paper.metadata.title == "杭州晴川医疗科技有限公司"
    root = paper.trailer["/Root"]
    assert root["/Lang"].startswith("zh") and root["/MarkInfo"]["/Marked"].value


def test_the_fonts_came_along():
    fonts = PdfReader(BytesIO(typeset(TEMPLATE, told()))).pages[0]["/Resources"]["/Font"].values()
    names = {str(font.get_object()["/BaseFont"]).partition("+")[2] for font in fonts}
    assert names and all("Noto" in name and "SC" in name for name in names)


def test_the_same_data_gives_the_same_bytes():
    assert typeset(TEMPLATE, told()) == typeset(TEMPLATE, told())
    assert typeset(TEMPLATE, told()) != typeset(TEMPLATE, told(title="别的"))


@pytest.mark.parametrize("said", NAUGHTY, ids=range(len(NAUGHTY)))
def test_what_people_wrote_stays_text(said):
    """In every place, two of them, with a word behind each to see that the page went on."""
    sections = joined([
        facts("F", [(said, said), ("behind", "factword")]),
        table("T", ("Head", "N"), [(said, "2"), ("tableword", "1")], numbers=1),
        entries("E", [Entry(said, said, said, said), Entry("entryword")]),
        prose("P", f"{said}\nproseword"),
    ])  # fmt: skip
    made = typeset(TEMPLATE, told(title=said[:200], subtitle=said[:200], company=said[:120], sections=sections))
    read = text_of(made)
    for word in ("factword", "tableword", "entryword", "proseword"):
        assert word in read
    if said.isascii() and said.isprintable() and len(said) < 80:
        assert said.replace(" ", "") in read


def test_a_heading_stands_with_its_text():
    """Whatever stands before it, no page ends with a heading."""
    for lines in range(30, 48, 3):
        sections = joined([prose("First", "line\n" * lines), prose("HEADING", "its text\n" * 3)])
        for page in pages_of(typeset(TEMPLATE, told(language="en", sections=sections))):
            assert ("HEADING" in page) == ("its text" in page)


def test_a_long_table_says_its_heads_on_each_page():
    rows = [(f"row {n}", n) for n in range(1, 120)]
    pages = pages_of(typeset(TEMPLATE, told(sections=joined([table("T", ("COLUMNHEAD", "N"), rows, numbers=1)]))))
    assert len(pages) > 2 and all("COLUMNHEAD" in page for page in pages)


def test_two_hundred_pages_need_little_memory():
    """In a process of its own: what it takes at most."""
    done = subprocess.run([sys.executable, "-c", LONG], capture_output=True, check=True)
    assert len(PdfReader(BytesIO(done.stdout)).pages) >= 200
    assert int(done.stderr) < 600  # MB


LONG = """
import re, sys
from pathlib import Path
from zhike.core.documents.tests.test_typesetting import TEMPLATE, told
from zhike.core.documents.sections import Entry, entries, joined
from zhike.core.documents.typesetting import typeset
text = "王总确认六月前交付第一批设备，质量部要求先看样品。" * 12
said = joined([entries("往来", [Entry(f"第{n}次", "林娜", text) for n in range(1_500)])])
sys.stdout.buffer.write(typeset(TEMPLATE, told(sections=said)))
most = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())  # rusage would count the parent's too
print(int(most[1]) // 1024, file=sys.stderr)
"""


@pytest.mark.parametrize(("region", "paper"), [("CN", "a4"), ("DE", "a4"), ("US", "us-letter")])
def test_the_paper_is_the_regions(region, paper):
    assert paper_of(region) == paper
    assert typeset(TEMPLATE, told(paper=paper))
