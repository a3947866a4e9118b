"""A client who writes is told at once by when we answer, and how else we can be reached."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from zhike.clients.tiers.models import Tier
from zhike.core.access.preferences import change_company
from zhike.core.clock.models import Calendar
from zhike.core.clock.wording import hours_in_words
from zhike.domains.conversations.acknowledging import acknowledgement, answer_expected

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def by_the_chinese_calendar(cast):
    Calendar.objects.default().amend(by=cast.ada, zone="Asia/Shanghai", region="CN")
    words = {"reachable_en": "Ring +86 571 8765 4321.", "reachable_zh": "请拨 0571-87654321。"}
    change_company(by=cast.ada, answer_hours=8, **words)


def test_holidays_do_not_count(cast, by_the_chinese_calendar):
    before_the_holiday = datetime(2026, 9, 30, 17, tzinfo=SHANGHAI)
    assert answer_expected(cast.qingchuan, before_the_holiday) == datetime(2026, 10, 8, 17, tzinfo=SHANGHAI)


def test_a_tier_may_promise_less(cast, by_the_chinese_calendar):
    cast.qingchuan.tier = Tier.objects.add(by=cast.ada, name="Key", mark="A", answer_hours=2)
    at = datetime(2026, 11, 25, 9, 30, tzinfo=SHANGHAI)
    assert answer_expected(cast.qingchuan, at) == datetime(2026, 11, 25, 11, 30, tzinfo=SHANGHAI)


def test_it_says_so_in_the_readers_language_and_zone(cast, by_the_chinese_calendar):
    at = datetime(2026, 11, 25, 9, 30, tzinfo=SHANGHAI)
    english = acknowledgement(cast.qingchuan, at, "en")
    assert "Wed 25 Nov 2026, 18:00" not in english and "Thu 26 Nov 2026, 09:30 (Asia/Shanghai)" in english
    assert "Ring +86 571 8765 4321." in english and "Mon–Fri 09:00–12:00, 13:00–18:00" in english
    chinese = acknowledgement(cast.clara, at, "zh-hans")
    assert "2026年11月26日周四 09:30" in chinese and "请拨 0571-87654321。" in chinese and "周一至周五" in chinese
    cast.emil.amend(by=cast.ida, time_zone="Europe/Berlin")
    assert "26 Nov 2026, 02:30 (Europe/Berlin)" in acknowledgement(cast.emil, at, "en")


def test_somebody_we_do_not_know_is_answered_in_the_companys_time(cast, by_the_chinese_calendar):
    at = datetime(2026, 11, 25, 9, tzinfo=SHANGHAI)
    assert "25 Nov 2026, 18:00" in acknowledgement(None, at, "en")


def test_only_administrators_say_how_the_team_is_reached(cast, client):
    client.force_login(cast.lena)
    assert client.get("/settings/reachability/").status_code == 403
    client.force_login(cast.ada)
    said = {"reachable_en": "Ring us.", "reachable_zh": "请来电。", "answer_hours": 4, "acknowledges": "on"}
    assert client.post("/settings/reachability/", said).status_code == 302
    page = client.get("/settings/reachability/").text
    assert "Ring us." in page and "请来电。" in page


def test_hours_stand_together_where_they_are_the_same():
    week = {
        "mon": [["09:00", "18:00"]],
        "tue": [["09:00", "18:00"]],
        "wed": [["09:00", "18:00"]],
        "sat": [["10:00", "14:00"]],
    }
    assert hours_in_words(week) == "Mon–Wed 09:00–18:00; Sat 10:00–14:00"
    assert hours_in_words({}) == "never"


def test_the_history_of_a_calendar_tells_its_hours_in_words(cast, client):
    Calendar.objects.default().amend(by=cast.ada, hours={"mon": [["09:00", "18:00"]]})
    client.force_login(cast.ada)
    page = client.get(f"/calendars/{Calendar.objects.default().reference}/").text
    assert "Mon 09:00–18:00" in page and "[[" not in page
