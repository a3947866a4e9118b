import json
from collections.abc import Iterator

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.public_data import PUBLIC
from zhike.config.database import embedded_url
from zhike.core.search.tokens import VECTOR_SQL, Part, document, query

DATA = PUBLIC
NAUGHTY = DATA / "naughty_strings" / "blns.json"
STRINGS = json.loads(NAUGHTY.read_text()) if NAUGHTY.exists() else []
STRINGS += [
    "\0",
    "'; drop table x; --",
    "\\",
    "':*",
    "a\ud800b",
    "😎",
    "ﷺ" * 2_000,
    "İstanbul",
    "x" * 5_000,
    "知" * 60_000,
]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[psycopg.Connection]:
    with psycopg.connect(embedded_url(tmp_path_factory.mktemp("data")), autocommit=True) as connection:
        yield connection


def finds(database: psycopg.Connection, typed: str, *parts: Part) -> bool:
    asked = query(typed)
    if not asked:
        return False
    sql = f"select {VECTOR_SQL} @@ {asked.sql}"
    row = database.execute(sql, [*document(*parts).params, *asked.params]).fetchone()
    return bool(row and row[0])


@given(st.text("甲乙丙 ,a", max_size=40), st.text("甲乙丙", min_size=1, max_size=5))
@settings(max_examples=300, deadline=None)
def test_it_finds_chinese_exactly_where_a_substring_search_does(
    database: psycopg.Connection, written: str, typed: str
) -> None:
    assert finds(database, typed, Part(written)) == (typed in written)


@pytest.mark.parametrize(
    "typed", ["zengguofan", "zgf", "ceng", "cengguo", "guofan", "gf", "zeng guofan", "曾国", "藩", "ZengGuo"]
)
def test_it_finds_names_by_pinyin_initials_and_characters(database: psycopg.Connection, typed: str) -> None:
    assert finds(database, typed, Part("曾国藩", "A", "name"))


@pytest.mark.parametrize("typed", ["zijie", "zjtd", "tiaodong", "zi'jie"])
def test_it_finds_companies_by_pinyin_from_any_syllable_on(database: psycopg.Connection, typed: str) -> None:
    assert finds(database, typed, Part("北京字节跳动科技有限公司", "A", "name"))


@pytest.mark.parametrize(
    "typed", ["8001", "13800", "+86 138", "138 0013 8000", "138-0013-8000", "8613800138000", "000"]
)
def test_it_finds_telephone_numbers_by_their_digits(database: psycopg.Connection, typed: str) -> None:
    assert finds(database, typed, Part("+8613800138000", "B", "phone"))


@pytest.mark.parametrize("typed", ["010 6552", "(010) 65521234", "01065521234", "6552-1234"])
def test_it_finds_telephone_numbers_as_dialled_at_home(database: psycopg.Connection, typed: str) -> None:
    assert finds(database, typed, Part("+861065521234;ext=12", "B", "phone"))


@pytest.mark.parametrize(
    ("typed", "written", "found"),
    [
        ("run", "They were running late", True),
        ("runs", "They were running late", True),
        ("meet la", "a late meeting", True),
        ("lat meeting", "a late meeting", False),
        ("cafe", "Café", True),
        ("ＺＨＩＫＥ", "zhike", True),
        ("CL-12", "about CL-12.", True),
        ("cl-12", "about CL-123", False),
        ("beckit", "BeckiTTucker@dayrep.com", True),
        ("dayrep.com", "BeckiTTucker@dayrep.com", True),
        ("beckittucker@dayrep.com", "BeckiTTucker@dayrep.com", True),
        ("beckittucker@dayrep.com", "com dayrep, beckittucker", False),
        ("zhike知客", "Zhike知客", True),
        ("国藩", "国 藩", False),
        ("the contract", "contract", False),
        ("2021", "in 2021", True),
        ("", "anything", False),
        ("😎 '", "😎 '", False),
    ],
)
def test_it_finds_words(database: psycopg.Connection, typed: str, written: str, found: bool) -> None:
    assert finds(database, typed, Part(written)) == found


@pytest.mark.parametrize("naughty", STRINGS)
def test_naughty_text_is_indexed_and_asked_without_error(database: psycopg.Connection, naughty: str) -> None:
    finds(database, naughty, Part(naughty, "A", "name"), Part(naughty, "B", "phone"), Part(naughty))


@given(st.text(max_size=80), st.text(max_size=30))
@settings(max_examples=150, deadline=None)
def test_any_text_is_indexed_and_asked_without_error(database: psycopg.Connection, written: str, typed: str) -> None:
    finds(database, typed, Part(written, "A", "name"), Part(written, "C"))


@given(st.text(min_size=1, max_size=30))
@settings(max_examples=150, deadline=None)
def test_text_finds_itself(database: psycopg.Connection, written: str) -> None:
    assert finds(database, written, Part(written)) == bool(query(written))


def test_a_very_long_text_of_different_characters_fits(database: psycopg.Connection) -> None:
    written = "".join(chr(0x20000 + place % 40_000) for place in range(60_000))
    assert finds(database, written[:9], Part(written))
