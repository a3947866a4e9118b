"""Workbooks read as the tables that people see in them."""

from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from zhike.core.base.tests.books import book
from zhike.core.base.workbooks import Sheet, read

CLIENTS = [
    ["客户名单 2026"],
    [],
    ["客户名称", "手机", "成立日期", "员工数", "会员"],
    ["澄湖茶业", 13800138000, date(2015, 3, 5), 12.5, True],
    [],
    ["木白家居\n（总店）", "010-65521234", 42068, None, False],
]
TWO = book({"Empty": [], "客户": CLIENTS, "Notes": [["a", "b"], [1, 2]]})


def sheet(**told: object) -> Sheet:
    found = read(TWO, **told)  # type: ignore[arg-type]
    assert isinstance(found, Sheet)
    return found


def test_it_takes_the_first_sheet_that_holds_something_and_finds_its_header() -> None:
    found = sheet()
    assert (found.sheet, found.sheets, found.header_row) == ("客户", ("Empty", "客户", "Notes"), 3)
    assert found.columns == ("客户名称", "手机", "成立日期", "员工数", "会员")


def test_it_gives_cells_as_one_would_have_typed_them() -> None:
    first, second = sheet().rows()
    assert first.values == ["澄湖茶业", "13800138000", "2015-03-05", "12.5", "true"]
    assert second.values == ["木白家居\n（总店）", "010-65521234", "42068", "", "false"]
    assert (first.line, second.line, second.number) == (4, 6, 2)


def test_it_reads_the_sheet_and_the_header_that_are_told() -> None:
    assert [row.values for row in sheet(sheet="Notes").rows()] == [["1", "2"]]
    assert sheet(header_row=4).columns[0] == "澄湖茶业"
    for told in ({"sheet": "Nope"}, {"header_row": 2}, {"sheet": "Empty"}):
        with pytest.raises(ValidationError):
            sheet(**told)


def test_it_goes_on_behind_any_row(tmp_path: Path) -> None:
    path = tmp_path / "clients.xlsx"
    path.write_bytes(TWO)
    found = read(path)
    first, second = found.rows()
    assert list(found.rows(first.after)) == [second] and not list(found.rows(second.after))


def test_it_says_when_it_is_no_workbook() -> None:
    for bad in (b"PK\x03\x04\x00\x00" * 50, TWO[:300], b"\xd0\xcf\x11\xe0" + b"\0" * 600):
        with pytest.raises(ValidationError, match="no workbook that can be read"):
            read(bad)


def test_a_header_row_that_is_told_counts_in_text_too() -> None:
    text = b"a,b,c\nname,city,phone\nAcme,Kiel,1\n"
    assert read(text, header_row=2).columns == ("name", "city", "phone")
    with pytest.raises(ValidationError, match="Line 9"):
        read(text, header_row=9)


LIST = [
    ["2026年客户名单", None, None, None, None, None],
    ["客户名称", "联系方式", None, "金额", None, "行业"],
    [None, "电话", "邮箱", "2025年", "2026年", None],
    ["澄湖茶业", "13800138000", "tea@chenghu.example", 1, 2, "零售"],
    [None, "13800138001", None, 3, 4, "零售"],
    ["合计：1家", None, None, None, None, None],
]
JOINED = ("A1:F1", "A2:A3", "B2:C2", "D2:E2", "F2:F3", "A4:A5", "A6:F6")


def test_a_header_joined_over_two_lines_names_each_column() -> None:
    found = read(book({"客户": LIST}, JOINED))
    assert (found.header_row, found.columns) == (3, ("客户名称", "电话", "邮箱", "2025年", "2026年", "行业"))


def test_what_is_joined_downwards_is_of_each_row_and_a_caption_of_none() -> None:
    first, second = read(book({"客户": LIST}, JOINED)).rows()
    assert (first.values[0], second.values[:2]) == ("澄湖茶业", ["澄湖茶业", "13800138001"])


def test_names_that_come_again_say_what_stands_above_them() -> None:
    rows = [["客户", "2025年", None, "2026年", None], [None, "金额", "件数", "金额", "件数"], ["澄湖茶业", 1, 2, 3, 4]]
    found = read(book({"x": rows}, ("A1:A2", "B1:C1", "D1:E1")))
    assert found.columns == ("客户", "2025年 金额", "2025年 件数", "2026年 金额", "2026年 件数")


def test_a_header_that_joins_nothing_is_where_it_was() -> None:
    rows = [["Company", "City"], ["Tramlight", "Leeds"], ["Pierhead", None], [None, "York"]]
    found = read(book({"x": rows}, ("A3:B3",)))
    assert found.header_row == 1 and [row.values[0] for row in found.rows()] == ["Tramlight", "Pierhead", ""]


def test_a_sheet_without_names_loses_no_row() -> None:
    found = read(book({"x": [["Kestrel", "a@kestrel.example"], ["Pierhead", "b@pierhead.example"]]}))
    assert (found.header_row, found.columns) == (0, ("Column 1", "Column 2"))
    first, second = found.rows()
    assert (first.values[0], second.values[0], list(found.rows(first.after))) == ("Kestrel", "Pierhead", [second])
