"""Lines of JSON as a table."""

from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from zhike.core.base.json_lines import JsonLines
from zhike.core.base.workbooks import read

FILE = (
    '\ufeff{"name":"陈岚","phones":["+8613800138000","+8613900139000"],"client":{"name":"晴川","reference":"CL-1"}}\n'
    "\n"
    '{"name":"=1+1","age":7,"rate":1.10,"big":123456789012345678901,"vip":true,"gone":null,"deep":{"a":[1]}}\r\n'
    '["no object"]\n'
    '{"name": broken}\n'
    '{"name":"Last"}'
)


def test_its_columns_are_the_members_of_all_objects() -> None:
    table = read(FILE.encode())
    assert isinstance(table, JsonLines)
    assert table.columns == ("name", "phones", "client", "age", "rate", "big", "vip", "gone", "deep")
    first, second, last = table.dicts()
    assert (first["phones"], first["client"], first["age"]) == ("'+8613800138000; +8613900139000", "晴川 (CL-1)", "")
    assert [second[name] for name in table.columns[3:]] == [
        "7",
        "1.10",
        "123456789012345678901",
        "true",
        "",
        '{"a": ["1"]}',
    ]
    assert second["name"] == "'=1+1", "from which the import takes the apostrophe"
    assert last["name"] == "Last"


def test_a_line_that_is_no_object_is_a_problem_of_its_own() -> None:
    rows = list(read(FILE.encode()).rows())
    assert [(row.line, bool(row.problem)) for row in rows] == [(1, False), (3, False), (4, True), (5, True), (6, False)]


def test_it_goes_on_where_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(FILE, encoding="utf-8")
    table = read(path)
    rows = list(table.rows())
    for n, row in enumerate(rows):
        assert list(table.rows(row.after)) == rows[n + 1 :]
    assert table.total == 5


@pytest.mark.parametrize("text", ["{name},{client}\nA,B\n", "{}x,b\n1,2\n", '"{",b\n1,2\n'])
def test_what_only_looks_like_it_is_a_text_file(text: str) -> None:
    assert not isinstance(read(text.encode()), JsonLines)


@pytest.mark.parametrize("data", [b"{}\n{}\n", b'{"a":1}\n{"a":"\xff"}\n'])
def test_what_has_no_columns_or_is_no_utf_8_is_refused(data: bytes) -> None:
    with pytest.raises(ValidationError):
        read(data).total  # noqa: B018
