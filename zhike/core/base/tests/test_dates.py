from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from zhike.core.base import dates

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("text", "region", "day"),
    [
        ("2024-03-05", "CN", (2024, 3, 5)),
        ("2024/3/5", "CN", (2024, 3, 5)),
        ("2024.3.5", "CN", (2024, 3, 5)),
        ("20240305", "CN", (2024, 3, 5)),
        ("2024年3月5日", "CN", (2024, 3, 5)),
        ("２０２４年３月５号 星期二", "CN", (2024, 3, 5)),
        ("3/5/2024", "CN", (2024, 3, 5)),
        ("3/5/2024", "US", (2024, 3, 5)),
        ("3/5/2024", "GB", (2024, 5, 3)),
        ("3.5.2024", "US", (2024, 5, 3)),
        ("25/12/2024", "US", (2024, 12, 25)),
        ("12/25/24", "GB", (2024, 12, 25)),
        ("15 Apr, 2021", "CN", (2021, 4, 15)),
        ("15-Apr-21", "CN", (2021, 4, 15)),
        ("April 15th, 2021", "CN", (2021, 4, 15)),
        ("Thu, 15 Apr 2021", "CN", (2021, 4, 15)),
        ("Sept. 1, 1998", "CN", (1998, 9, 1)),
        ("2021-Apr-15", "CN", (2021, 4, 15)),
        ("45356", "CN", (2024, 3, 5)),
        ("2024-03-05T10:00:00Z", "CN", (2024, 3, 5)),
    ],
)
def test_it_reads_days_as_people_write_them(text: str, region: str, day: tuple[int, int, int]) -> None:
    assert dates.read_date(text, region) == date(*day)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("15 Apr, 2021 00:03:00", "2021-04-15T00:03:00+08:00"),
        ("2024-03-05 14:30", "2024-03-05T14:30:00+08:00"),
        ("2024-03-05T14:30:15.25", "2024-03-05T14:30:15.250000+08:00"),
        ("2024-03-05T14:30:00+02:00", "2024-03-05T14:30:00+02:00"),
        ("2024-03-05T14:30:00Z", "2024-03-05T14:30:00+00:00"),
        ("3/5/2024 2:30 PM", "2024-03-05T14:30:00+08:00"),
        ("3/5/2024 12:05 am", "2024-03-05T00:05:00+08:00"),
        ("2024年3月5日 下午2时30分", "2024-03-05T14:30:00+08:00"),
        ("2024年3月5日 下午3点", "2024-03-05T15:00:00+08:00"),
        ("45356.5", "2024-03-05T12:00:00+08:00"),
        ("1709632800", "2024-03-05T18:00:00+08:00"),
        ("2024-03-05", "2024-03-05T00:00:00+08:00"),
    ],
)
def test_it_reads_moments_in_the_zone_given(text: str, moment: str) -> None:
    assert dates.read_moment(text, SHANGHAI) == datetime.fromisoformat(moment)


def test_it_takes_what_already_is_a_date() -> None:
    assert dates.read_date(datetime(2024, 3, 5, 10, tzinfo=UTC)) == date(2024, 3, 5)
    assert dates.read_moment(date(2024, 3, 5), SHANGHAI) == datetime(2024, 3, 5, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "The date is missing"),
        ("next week", "cannot be read as a date. Write it like 2024-03-05"),
        ("2024", "cannot be read"),
        ("2024-03-05 x", "cannot be read"),
        ("12", "cannot be read"),
        ("31 Feb 2024", "does not exist"),
        ("2024-13-05", "does not exist"),
        ("13/13/2024", "does not exist"),
        ("2024-03-05 25:00", "does not exist"),
        ("15 Foo 2021", "cannot be read"),
    ],
)
def test_it_says_what_is_wrong(text: str, told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        dates.read_moment(text, SHANGHAI)


@given(st.dates(date(1954, 10, 4), date(2119, 1, 1)), st.sampled_from(["CN", "US", "GB", "DE"]))
def test_usual_forms_of_any_day_read_back(day: date, region: str) -> None:
    excel = str((day - date(1899, 12, 30)).days)
    for form in ("%Y-%m-%d", "%Y/%m/%d", "%d %b %Y", "%B %d, %Y", "%Y年%m月%d日", "%d.%m.%Y", "%Y%m%d"):
        assert dates.read_date(day.strftime(form), region) == day
    assert dates.read_date(excel, region) == day


@given(st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1), timezones=st.just(SHANGHAI)))
def test_what_is_kept_reads_back(moment: datetime) -> None:
    assert dates.read_moment(dates.written(moment), UTC) == moment.astimezone(UTC)
    assert dates.read_date(dates.written(moment.date())) == moment.date()


@given(
    st.text(max_size=30) | st.text("0123456789/-.: 年月日aprilpm+z", max_size=24), st.sampled_from(["CN", "US", "XX"])
)
def test_any_text_is_read_or_refused_in_words(text: str, region: str) -> None:
    try:
        dates.read_moment(text, SHANGHAI, region)
    except ValidationError as refused:
        assert all(refused.messages)
