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
