"""What the arithmetic must agree with: counting minute by minute, and the calendars that the tests use."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from zhike.core.clock.wall_time import midnight
from zhike.core.clock.working_calendar import DAY, WorkingCalendar

MINUTE = timedelta(minutes=1)
ZONES = (
    "Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Asia/Kathmandu",
    "America/St_Johns", "Africa/Casablanca", "Africa/Cairo", "Pacific/Apia", "Pacific/Chatham", "UTC",
)  # fmt: skip
LUNCH = ((540, 720), (780, 1080))
OFFICE = (LUNCH,) * 5 + ((), ())
NIGHT = (((0, 330), (1320, DAY)),) * 7
OVERNIGHT = (((1320, 1830),),) * 5 + (((400, 500),), ())
WEEKS = (OFFICE, NIGHT, OVERNIGHT, (((0, DAY),),) * 7, ((), ((61, 181),), (), (), (), (), ((30, 150),)))

days = st.dates(date(2024, 1, 1), date(2027, 12, 31))
moments = st.datetimes(midnight(date(2024, 1, 1)), midnight(date(2027, 12, 31)), timezones=st.just(UTC))
calendars = st.builds(
    WorkingCalendar,
    zone=st.sampled_from(ZONES),
    hours=st.sampled_from(WEEKS),
    off=st.frozensets(days, max_size=30),
    worked=st.dictionaries(days, st.integers(0, 6), max_size=30),
)


def open_by_the_minute(calendar: WorkingCalendar, moment: datetime) -> bool:
    wall = moment.astimezone(ZoneInfo(calendar.zone))
    minute = wall.hour * 60 + wall.minute
    today, yesterday = wall.date(), wall.date() - timedelta(days=1)
    return any(start <= minute < end for start, end in calendar.shifts(today)) or any(
        minute + DAY < end for _, end in calendar.shifts(yesterday)
    )


def counted(calendar: WorkingCalendar, start: datetime, minutes: int) -> timedelta:
    return MINUTE * sum(open_by_the_minute(calendar, start + n * MINUTE) for n in range(minutes))
