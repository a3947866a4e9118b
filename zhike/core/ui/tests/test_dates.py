"""Days and hours as each reader says them."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation

from zhike.core.ui import dates

ROOT = Path(__file__).parents[4]
SENTENCE = re.compile(r"\{% blocktranslate\b(.*?)%\}(.*?)\{% endblocktranslate %\}", re.DOTALL)
DAY = re.compile(r"(\w+)=\S+?\|((?:day|moment)\w*)")

TODAY = date(2026, 5, 8)
NOON = datetime(2026, 5, 8, 4, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def in_shanghai() -> Iterator[None]:
    with timezone.override(ZoneInfo("Asia/Shanghai")):
        yield


@pytest.mark.parametrize(
    ("days", "english", "chinese"),
    [
        (-1, "Yesterday", "昨天"),
        (0, "Today", "今天"),
        (1, "Tomorrow", "明天"),
        (5, "Wed 13 May", "5月13日"),
        (-200, "20 Oct 2025", "2025年10月20日"),
    ],
)
def test_it_names_a_day_as_the_reader_would(days: int, english: str, chinese: str) -> None:
    value = TODAY + timedelta(days=days)
    with translation.override("en"):
        assert dates.day_words(value, today=TODAY) == english
    with translation.override("zh-hans"):
        assert dates.day_words(value, today=TODAY) == chinese


def test_within_a_sentence_a_day_begins_small() -> None:
    with translation.override("en"):
        assert dates.day_words(TODAY, today=TODAY, within=True) == "today"
        assert dates.day_words(TODAY + timedelta(days=5), today=TODAY, within=True) == "Wed 13 May"
        assert ">Today</time>" in dates.day(TODAY, today=TODAY)
        assert ">today</time>" in dates.day(TODAY, today=TODAY, within=True)
        assert ">today, 12:00</time>" in dates.moment(NOON, today=TODAY, within=True)
    with translation.override("zh-hans"):
        assert dates.day_words(TODAY, today=TODAY, within=True) == "今天"


def test_templates_say_a_day_within_a_sentence_as_such() -> None:
    """Where its sentence begins with it, it begins large."""
    wrong = []
    for path in ROOT.glob("zhike/**/templates/**/*.*"):
        for told, said in SENTENCE.findall(path.read_text()):
            for name, word in DAY.findall(told):
                begins = said.strip().startswith(f"{{{{ {name} }}}}")
                if begins == word.endswith("_within"):
                    wrong.append(f"{path.relative_to(ROOT)}: {said.strip()}")
    assert not wrong, "\n".join(wrong)


def test_it_counts_a_day_from_the_readers_midnight() -> None:
    late = datetime(2026, 5, 7, 16, 30, tzinfo=UTC)
    with translation.override("en"):
        assert dates.day_words(late, today=TODAY) == "Today"
        with timezone.override(ZoneInfo("Europe/Berlin")):
            assert dates.day_words(late, today=TODAY) == "Yesterday"


def test_it_says_day_and_hour_in_each_language() -> None:
    with translation.override("en"):
        assert ">Today, 12:00</time>" in dates.moment(NOON, today=TODAY)
    with translation.override("zh-hans"):
        assert ">今天 12:00</time>" in dates.moment(NOON, today=TODAY)


@pytest.mark.parametrize(
    ("past", "english", "chinese"),
    [
        (timedelta(seconds=20), "just now", "刚刚"),
        (timedelta(minutes=1), "1 minute ago", "1分钟前"),
        (timedelta(hours=2, minutes=59), "2 hours ago", "2小时前"),
        (timedelta(days=9), "1 week ago", "1周前"),
        (timedelta(days=-3), "in 3 days", "3天后"),
    ],
)
def test_it_says_how_long_ago(past: timedelta, english: str, chinese: str) -> None:
    with translation.override("en"):
        assert dates.ago_words(NOON - past, now=NOON) == english
    with translation.override("zh-hans"):
        assert dates.ago_words(NOON - past, now=NOON) == chinese


def test_it_gives_the_whole_date_on_pointing_at_it() -> None:
    with translation.override("zh-hans"):
        assert 'title="2026年5月8日周五 12:00"' in dates.ago(NOON, now=NOON)


def test_it_gives_each_reader_their_own_hour() -> None:
    with translation.override("en"):
        assert "12:00" in dates.moment(NOON, today=TODAY)
        with timezone.override(ZoneInfo("Europe/Berlin")):
            assert "06:00" in dates.moment(NOON, today=TODAY)


def test_it_shows_nothing_for_no_date() -> None:
    assert [dates.day(None), dates.moment(None), dates.hour(None), dates.ago(None)] == [""] * 4
