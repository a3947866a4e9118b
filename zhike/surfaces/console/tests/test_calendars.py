"""Calendars, as administrators set them and everyone looks at them."""

from datetime import date

import pytest
from django.test import Client as Browser

from tests.cast import Cast
from zhike.core.clock.models import Calendar
from zhike.surfaces.console.settings.calendars import week_words
from zhike.surfaces.console.settings.year import Stretch, months, special_days

HOURS = {"hours_mon": "on", "hours_mon_from": ["09:00", "13:00"], "hours_mon_to": ["12:00", "18:00"]}


@pytest.fixture
def china(cast: Cast) -> Calendar:
    off = {"2026-12-24": "Party"}
    made: Calendar = Calendar.objects.add(by=cast.ada, name="上海", zone="Asia/Shanghai", region="CN", days_off=off)
    return made


def test_a_week_is_told_with_like_days_together() -> None:
    noon = [["09:00", "12:00"]]
    hours = {"mon": noon, "tue": noon, "wed": noon, "fri": noon, "sat": [["10:00", "11:00"]]}
    assert [shifts for _days, shifts in week_words(hours)] == ["09:00–12:00", "09:00–12:00", "10:00–11:00"]
    assert "–" in week_words(hours)[0][0]


def test_a_year_names_holidays_make_up_days_and_own_days(china: Calendar) -> None:
    found = special_days(china, 2026, chinese=True)
    assert Stretch(date(2026, 2, 15), date(2026, 2, 23), "春节", False) in found
    assert Stretch(date(2026, 2, 28), date(2026, 2, 28), "", True) in found
    assert Stretch(date(2026, 12, 24), date(2026, 12, 24), "Party", False) in found
    assert any(one.name == "Spring Festival" for one in special_days(china, 2026, chinese=False))


def test_a_month_begins_on_its_weekday(china: Calendar) -> None:
    march = months(china, 2026, chinese=False)[2]
    assert [day and day.day.day for day in march.weeks[0]] == [None] * 6 + [1]
    assert all(len(week) == 7 for week in march.weeks)


def test_its_page_says_when_make_up_days_are_not_announced_yet(china: Calendar, cast: Cast, client: Browser) -> None:
    cast.ada.prefer(by=cast.ada, language="en")
    client.force_login(cast.ada)
    url = f"/calendars/{china.reference}/"
    assert "known until" in client.get(f"{url}?year={china.known_until.year}").content.decode()
    assert "not announced yet" in client.get(f"{url}?year={china.known_until.year + 1}").content.decode()
    for odd in ("1", "99999", "x", "2003"):
        assert client.get(f"{url}?year={odd}").status_code == 200


def test_regions_elsewhere_have_names_too(cast: Cast) -> None:
    for region in ("DE-BE", "US", "SG", ""):
        calendar = Calendar(name=region, zone="Europe/Berlin", region=region)
        assert bool(special_days(calendar, 2026, chinese=True)) == bool(region)


def test_the_form_of_the_page_makes_a_calendar(cast: Cast, client: Browser) -> None:
    client.force_login(cast.ada)
    client.post("/calendars/new/", {"name": "Berlin", "zone": "Europe/Berlin", "region": "DE-BE"} | HOURS)
    assert Calendar.objects.get(name="Berlin").hours == {"mon": [["09:00", "12:00"], ["13:00", "18:00"]]}


def test_what_was_typed_stays_when_something_is_wrong(cast: Cast, client: Browser) -> None:
    client.force_login(cast.ada)
    wrong = HOURS | {"hours_mon_to": ["12:00", "8 pm"]}
    answer = client.post("/calendars/new/", {"name": "Berlin", "zone": "Europe/Berlin"} | wrong)
    assert answer.status_code == 422
    assert 'value="8 pm"' in answer.content.decode()


def test_making_it_the_default_is_a_step_for_administrators(china: Calendar, cast: Cast, client: Browser) -> None:
    client.force_login(cast.lena)
    assert client.post(f"/calendars/{china.reference}/step/make_default/").status_code == 403
    client.force_login(cast.ada)
    client.post(f"/calendars/{china.reference}/step/make_default/")
    assert Calendar.objects.default() == china
