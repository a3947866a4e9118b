import csv
import io
import json
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from tests.public_data import PUBLIC
from zhike.core.base import tables
from zhike.core.base.lines import Place

SHARED = PUBLIC / "csv_dirty"
GOOD = sorted(path for path in SHARED.glob("*/*/*.csv") if not path.name.startswith("bad-"))
OWN_BAD = (
    b"",
    b"foo,bar,baz\n1,2",
    b"foo,bar,baz\n1,2,3,4",
    b"qux,quux",
    b'foo,bar,baz\n1,"open,3',
    b'foo,bar,baz\n1,a"b,3',
)
BAD = [path.read_bytes() for path in sorted(SHARED.glob("*/*/bad-*.csv"))] + list(OWN_BAD)

CHINESE = "客户名称,联系人,电话\n上海知客科技有限公司,陈岚,021-65521234\n北京远山贸易,曾国藩,13800138000\n"
TRADITIONAL = "客戶名稱,聯繫人,備註\n臺北遠山貿易有限公司,陳嵐,電話聯繫\n"
JAPANESE = "会社名,担当者,備考\n株式会社山田製作所,田中さくら,お電話ください\nカタカナ商事,佐藤,\n"
WESTERN = "name,city,note\nMüller & Söhne,Köln,geöffnet\nCafé Élan,Paris,«très bien» – 5 €\n"


def answer(path: Path) -> list[list[str]]:
    """The set's answers: all rows as lists, or the rows under the header as objects."""
    text = (path.parents[1] / "json" / f"{path.stem}.json").read_text(encoding="utf-8")
    told = json.loads(text if b"\r" in path.read_bytes() else text.replace(r"\r\n", r"\n"))
    return [list(row.values()) if isinstance(row, dict) else row for row in told]


def contents(source: Path | bytes) -> list[list[str]]:
    table = tables.read(source)
    rows = list(table.rows())
    assert not any(row.problem for row in rows)
    return [list(table.header), *(row.values for row in rows)]


def test_it_reads_the_public_sets_as_their_answers_say() -> None:
    for path in GOOD:
        said, told = contents(path), answer(path)
        assert told in (said, said[1:]), path.name


@pytest.mark.parametrize("written", BAD)
def test_it_refuses_what_the_public_sets_call_bad(written: bytes) -> None:
    with pytest.raises(ValidationError):
        raise_problems(tables.read(written, expects=("foo", "bar", "baz")))


def raise_problems(table: tables.Table) -> None:
    for row in table.rows():
        if row.problem:
            raise ValidationError(row.problem)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (b"a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        (b"a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
        (b"a,b\r1,2\r3,4", [["a", "b"], ["1", "2"], ["3", "4"]]),
        (b'a,b\n"x ""y"" z","1,2"\n', [["a", "b"], ['x "y" z', "1,2"]]),
        (b'a,b\n"one\r\ntwo",2\n', [["a", "b"], ["one\r\ntwo", "2"]]),
        (b"a,b\n, x \n", [["a", "b"], ["", " x "]]),
        (b"a,b\n\n1,2\n\n", [["a", "b"], ["1", "2"]]),
        (b"a\n\n", [["a"], [""]]),
        (b"\n\n", [[""], [""]]),
        (b"a,b\n1,2,,\n", [["a", "b"], ["1", "2"]]),
        (b"a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
        (b"a\tb\n1\t2, 3\n", [["a", "b"], ["1", "2, 3"]]),
        (b"a|b|c\n1|2|3\n", [["a", "b", "c"], ["1", "2", "3"]]),
        (
            b" id  date  value\r\n 01 19970101   11.77\r\n 02 19970112  2.00\r\n",
            [["id", "date", "value"], ["01", "19970101", "11.77"], ["02", "19970112", "2.00"]],
        ),
        (b"name\nAcme  Corp\nBeta  Ltd\n", [["name"], ["Acme  Corp"], ["Beta  Ltd"]]),
        (b"sep=;\r\na;b\r\n1;2\r\n", [["a", "b"], ["1", "2"]]),
        ("a,b\n1,😎".encode(), [["a", "b"], ["1", "😎"]]),
    ],
)
def test_it_reads_tables_as_they_are_written(written: bytes, read: list[list[str]]) -> None:
    assert contents(written) == read


@pytest.mark.parametrize(
    ("text", "codec", "found"),
    [
        (CHINESE, "utf-8", "utf-8"),
        (CHINESE, "utf-8-sig", "utf-8"),
        (CHINESE, "utf-16", "utf-16-le"),
        (CHINESE, "utf-16-le", "utf-16-le"),
        (CHINESE, "utf-16-be", "utf-16-be"),
        (CHINESE, "gb18030", "gb18030"),
        (CHINESE, "gbk", "gb18030"),
        ("name,city\nAcme,北京\n", "gbk", "gb18030"),
        ("姓名,城市\n李雷,成都\n", "gbk", "gb18030"),
        (TRADITIONAL, "big5", "big5"),
        (JAPANESE, "cp932", "cp932"),
        (WESTERN, "cp1252", "cp1252"),
        ("name,city\nMüller,Köln\n", "cp1252", "cp1252"),
    ],
)
def test_it_finds_out_the_encoding(text: str, codec: str, found: str) -> None:
    table = tables.read(text.encode(codec))
    assert table.encoding == found
    assert contents(text.encode(codec)) == list(csv.reader(io.StringIO(text)))


def test_it_names_the_place_of_a_bad_byte_and_replaces_nothing() -> None:
    broken = "name,note\n甲,很好的客户\n乙,客户".encode() + b"\xf0\x9f" + "\n丙,好\n".encode()
    with pytest.raises(ValidationError, match="Line 3, column 5: the byte F0 is no UTF-8"):
        list(tables.read(broken).rows())
    late = b"name\n" + "Zoë\n".encode() * 200_000 + b"Zo\xeb\n"
    with pytest.raises(ValidationError, match="Line 200002, column 3"):
        assert tables.read(late).total


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (b"", "The file is empty"),
        (b"\xef\xbb\xbf", "The file is empty"),
        (b'a,b\n1,"never closed\n2,3\n', "begins in line 2 is never closed"),
        (b'a,b\n1,"never closed\n' + b"2,3\n" * 400_000, "begins in line 2 is never closed"),
        (b"a,b\n1,\x002\n", "NUL"),
        ("a,b\n1,2\n".encode("utf-32"), "UTF-32"),
        (b"PK\x05\x04\x00\x00" * 50, "NUL"),
    ],
)
def test_it_refuses_what_cannot_be_trusted_in_a_sentence(written: bytes, told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        list(tables.read(written).rows())


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        (b"a,b\n1\n2,3\n", "This row has 1 fields, the header has 2."),
        (b"a,b\n1,2,3\n2,3\n", "This row has 3 fields, the header has 2."),
        (b'a,b\n1,5" pipe\n2,3\n', "A quotation mark stands inside a field."),
        (b'a,b\n1,"missed " it"\n2,3\n', "A quotation mark stands inside a field."),
    ],
)
def test_it_reports_a_row_that_does_not_fit_and_reads_on(written: bytes, problem: str) -> None:
    first, second = tables.read(written).rows()
    assert first.problem.startswith(problem)
    assert (second.values, second.problem, second.line) == (["2", "3"], "", 3)


@pytest.mark.parametrize("title", ["客户名单\n", "Customers,,\n", "Customers as of 2026\n\n", "\n\nReport\n"])
def test_it_finds_the_header_under_a_title(title: str) -> None:
    table = tables.read(f"{title}name,city,phone\nAcme,Berlin,\nBeta,Köln,1\n".encode())
    assert table.columns == ("name", "city", "phone")
    assert [row.values[0] for row in table.rows()] == ["Acme", "Beta"]
    assert table.header_row == title.count("\n") + 1


def test_it_names_columns_so_that_each_is_told_apart() -> None:
    table = tables.read(b" Name ,,Phone,Phone,Phone (2)\n1,2,3,4,5\n")
    assert table.columns == ("Name", "Column 2", "Phone", "Phone (2)", "Phone (2) (2)")


def test_it_says_which_expected_column_is_missing() -> None:
    with pytest.raises(ValidationError, match=r"no column foo\. Its columns are: qux, quux"):
        tables.read(b"qux,quux\n", expects=["foo"])


@pytest.mark.parametrize("codec", ["utf-8-sig", "gb18030", "utf-16", "utf-16-be"])
def test_it_goes_on_exactly_behind_any_row(codec: str) -> None:
    table = tables.read((CHINESE + '"多\n行",ਊ上ਊ,x\n末,尾,行\n').encode(codec))
    rows = list(table.rows())
    assert len(rows) == 4
    for place, row in enumerate(rows, start=1):
        assert list(table.rows(Place(*json.loads(json.dumps(row.after))))) == rows[place:]


def test_it_streams_a_file_and_knows_its_size(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_bytes(b"a,b\n" + b"1,2\n" * 10_000)
    table = tables.read(path)
    assert (table.total, table.size) == (10_000, 40_004)
    *_before, last = table.rows()
    assert last.after.offset == table.size


CELLS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=6), st.sampled_from(",;\t|"))
def test_whatever_python_writes_reads_back(rows: list[list[str]], delimiter: str) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([["one", "two", "three"], *rows])
    table = tables.read(written.getvalue().encode("utf-8-sig"), delimiter=delimiter)
    assert table.header == ("one", "two", "three")
    assert [row.values for row in table.rows()] == rows


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_words(source: bytes) -> None:
    try:
        rows = list(tables.read(source).rows())
    except ValidationError as refused:
        assert all(refused.messages)
    else:
        assert all(row.problem or len(row.values) == len(rows[0].values) for row in rows if not rows[0].problem)


@pytest.mark.parametrize("title", ["", "Clients of 2026\n"])
@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_a_file_without_names_loses_no_row(title: str, codec: str) -> None:
    rows = "澄湖茶业,13800138000,tea@chenghu.example\n木白家居,13800138001,wood@mubai.example\n"
    table = tables.read((title + rows).encode(codec))
    assert (table.header_row, table.columns) == (0, ("Column 1", "Column 2", "Column 3"))
    assert [row.values[0] for row in table.rows()] == ["澄湖茶业", "木白家居"]
    first, second = table.rows()
    assert list(tables.read((title + rows).encode(codec), header_row=0).rows(first.after)) == [second]


@pytest.mark.parametrize(
    "text",
    ["name,2024,2025\nA,1,2\n", "client,2026-01-01,2026-02-01\nA,1,2\n", "name,phone\n13800138000,1380013\n", "a\n1\n"],
)
def test_names_that_look_like_numbers_are_names_still(text: str) -> None:
    assert tables.read(text.encode()).header_row == 1


def test_it_is_told_that_nothing_names_the_columns() -> None:
    table = tables.read("澄湖茶业,杭州\n木白家居,上海\n".encode(), header_row=0)
    assert [row.values for row in table.rows()] == [["澄湖茶业", "杭州"], ["木白家居", "上海"]]
