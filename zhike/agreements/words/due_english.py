"""English days and times: "by Friday", "within 3 working days", "COB tomorrow", "before the holiday"."""

import re
from datetime import date, time, timedelta
from functools import partial

from zhike.agreements.words.due import Due, Reading, Rule, read, rule
from zhike.agreements.words.festivals import ENGLISH as FESTIVALS
from zhike.agreements.words.festivals import festival
from zhike.agreements.words.moment import Moment
from zhike.agreements.words.numerals import ENGLISH_NUMBER, whole

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY = r"(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_BY = r"(?:\b(?:by|on|until|till|no later than|not later than|at the latest by|latest) (?:the )?)?"
_WITHIN = r"\b(?:within|in|inside|in the next|within the next)(?: the next)? "
_END = r"(?:the )?(?:end of|close of|last day of) (?:the |this )?"
_N = f"(?:(?P<least>{ENGLISH_NUMBER})(?: ?(?:-|–|to|or) ?))?(?P<n>{ENGLISH_NUMBER})"
NO_TIME: Reading = (None, None)


def dues(text: str, moment: Moment) -> list[Due]:
    """All that a sentence names. A due with neither day nor time means the closing of the day that is named beside."""
    return read(_RULES, text, moment)


def _weekday(found: re.Match[str], moment: Moment) -> Reading:
    weekday = WEEKDAYS.index(found["weekday"][:3].lower())
    said = f"{found['which'] or ''} {found['then'] or ''}".lower()
    weeks = 1 if "next" in said else 0 if "this" in said else None
    return moment.weekday(weekday, weeks), None


def _before_weekday(found: re.Match[str], moment: Moment) -> Reading:
    day = _weekday(found, moment)[0]
    return moment.working_day_before(day) if day else None, None


def _day_month(found: re.Match[str], moment: Moment) -> Reading:
    year = int(found["year"]) if found["year"] else None
    return moment.on(MONTHS.index(found["month"][:3].lower()) + 1, int(found["day"]), year), None


def _numeric(found: re.Match[str], moment: Moment) -> Reading:
    return moment.on(int(found["month"]), int(found["day"]), int(found["year"])), None


def _day_only(found: re.Match[str], moment: Moment) -> Reading:
    day = int(found["day"])
    year, month = moment.month(0 if day >= moment.today.day else 1)
    return date(year, month, day), None


def _count(found: re.Match[str], moment: Moment) -> Reading:
    n, unit = whole(found["n"]), found["unit"].lower()
    if unit.startswith("month"):
        return _months_on(moment, n), None
    if found["working"] and unit.startswith("day"):
        return moment.working_days_on(n), None
    return moment.days_on(n * (7 if unit.startswith("week") else 1)), None


def _months_on(moment: Moment, n: int) -> date:
    year, month = moment.month(n)
    return min(date(year, month, 1) + timedelta(days=moment.today.day - 1), moment.end_of(year, month))


def _hours(found: re.Match[str], moment: Moment) -> Reading:
    half = "half" in found[0].lower()
    minutes = 30 if half else whole(found["n"]) * (60 if found["unit"].lower().startswith("h") else 1)
    then = moment.wall + timedelta(minutes=minutes)
    return then.date(), then.time().replace(second=0, microsecond=0)


def _end_of(found: re.Match[str], moment: Moment) -> Reading:
    later = int(bool(found.groupdict().get("next")))
    unit = found["unit"].lower()
    if unit in ("week", "sprint"):
        return moment.week_end(later), None
    if unit == "month":
        return moment.month_end(later), None
    if unit == "quarter":
        return moment.month_end((2 - (moment.today.month - 1) % 3) + 3 * later), None
    return moment.end_of(moment.today.year + later, 12), None


def _end_of_month(found: re.Match[str], moment: Moment) -> Reading:
    month = MONTHS.index(found["month"][:3].lower()) + 1
    return moment.end_of(moment.today.year + (month < moment.today.month), month), None


def _before_festival(found: re.Match[str], moment: Moment) -> Reading:
    return moment.working_day_before(festival(found["name"], moment.today)), None


def _after_festival(found: re.Match[str], moment: Moment) -> Reading:
    day = festival(found["name"], moment.days_on(-15))
    return moment.working_day_after(day, _nth(found["nth"])), None


def _before_holiday(found: re.Match[str], moment: Moment) -> Reading:
    day = moment.next_holiday()
    return (moment.working_day_before(day) if day else None), None


def _after_holiday(found: re.Match[str], moment: Moment) -> Reading:
    day = moment.next_holiday()
    return (moment.working_day_after(day, _nth(found["nth"])) if day else None), None


def _nth(said: str | None) -> int:
    return {"second": 2, "third": 3}.get((said or "").lower(), 1)


def _clock(found: re.Match[str], moment: Moment) -> Reading:
    hour, minute, half = (
        int(found["hour"]),
        int(found["minute"] or 0),
        (found.groupdict().get("half") or "").lower()[:1],
    )
    hour = hour % 12 + 12 * (half == "p") if half else hour
    return None, time(hour, minute)


def _on(days: int, found: re.Match[str], moment: Moment) -> Reading:
    return moment.days_on(days), None


def _closing_today(found: re.Match[str], moment: Moment) -> Reading:
    return NO_TIME


def _at(hour: int, found: re.Match[str], moment: Moment) -> Reading:
    return None, time(hour)


def _in_weeks(weeks: int, found: re.Match[str], moment: Moment) -> Reading:
    return moment.week_end(weeks), None


def _in_months(months: int, found: re.Match[str], moment: Moment) -> Reading:
    return moment.month_end(months), None


_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year>20\d\d))?"
_AFTER = (
    r"(?:(?:on )?the (?P<nth>first|second|third) (?:working|business|work) day )?",
    r"\b(?:right |just |directly )?after ",
)
_WEEKDAY_SAID = rf"(?P<which>(?:this|next|coming|the coming) )?{_WEEKDAY}\b(?P<then> next week| this week)?"
_HOLIDAY = r"(?:the )?(?:public )?(?:holidays?|break)\b"
_FESTIVAL = rf"(?:the )?(?P<name>{FESTIVALS})\b(?: {_HOLIDAY})?"
_AT = r"\b(?:(?:by|before|at|around) )?"
_VAGUELY = r"\b(?:(?:sometime|by|early|later|late) )?"
_RULES: tuple[Rule, ...] = (
    rule("20", _numeric, _BY, r"\b(?P<year>20\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})\b"),
    rule("20", _numeric, _BY, r"\b(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>20\d\d)\b"),
    rule("after", _after_festival, *_AFTER, _FESTIVAL),
    rule("before", _before_festival, r"\bbefore ", _FESTIVAL),
    rule("after", _after_holiday, *_AFTER, _HOLIDAY),
    rule("before", _before_holiday, r"\bbefore ", _HOLIDAY),
    rule("end close last", _end_of_month, _BY, _END, _MONTH, r"\b"),
    rule("end close last", _end_of, _BY, _END, r"(?P<next>next )?(?P<unit>week|sprint|month|quarter|year)\b"),
    rule("end close last", _end_of, r"\bby (?:the )?(?P<unit>week|month|quarter|year)(?:'s)?[- ]end\b"),
    rule(" ".join(MONTHS), _day_month, _BY, _DAY, "(?: of)? ", _MONTH, r"\b", _YEAR),
    rule(" ".join(MONTHS), _day_month, _BY, r"\b", _MONTH, r"\.? ", _DAY, r"\b(?!:)", _YEAR),
    rule("before", _before_weekday, r"\bbefore ", _WEEKDAY_SAID),
    rule(" ".join(WEEKDAYS), _weekday, _BY, r"\b", _WEEKDAY_SAID),
    rule("hour hr min", _hours, r"\b(?:within|in) half an? (?:hour|hr)s?\b"),
    rule("hour hr min", _hours, _WITHIN, _N, r" (?P<unit>hours?|hrs?|minutes?|mins?)\b"),
    rule(
        "day week month",
        _count,
        _WITHIN,
        _N,
        r" (?P<working>working |business |work |office )?(?P<unit>days?|weeks?|months?)\b",
    ),
    rule("after", partial(_in_weeks, 2), _VAGUELY, r"the week after next\b"),
    rule("week", partial(_in_weeks, 1), _VAGUELY, r"next week\b"),
    rule("week", partial(_in_weeks, 0), _VAGUELY, r"this week\b"),
    rule("month", partial(_in_months, 1), _VAGUELY, r"next month\b"),
    rule("month", partial(_in_months, 0), _VAGUELY, r"this month\b"),
    rule("tomorrow", partial(_on, 2), _BY, r"\bthe day after tomorrow\b"),
    rule("tomorrow", partial(_on, 1), _BY, r"\btomorrow\b"),
    rule(
        "today tonight this",
        partial(_on, 0),
        r"\b(?:by |later |still )?(?:today|tonight|this (?:morning|afternoon|evening))\b",
    ),
    rule("the", _day_only, r"\b(?:by|on|until) the (?P<day>[0-3]?\d)(?:st|nd|rd|th)\b"),
    rule(
        "eod cob eob close end",
        _closing_today,
        r"\b(?:(?:by|before|at) )?(?:the )?(?:eod|cob|eob|close of (?:business|play)",
        r"|(?:end|close) of (?:the )?(?:working |business )?day)\b",
    ),
    rule("am pm a.m p.m :", _clock, _AT, r"(?P<hour>[01]?\d)(?::(?P<minute>[0-5]\d))? ?(?P<half>[ap]\.?m\b\.?)"),
    rule("am pm a.m p.m :", _clock, r"\b(?:by|before|at|around) (?P<hour>[012]?\d):(?P<minute>[0-5]\d)\b"),
    rule(
        "noon midday lunch morning",
        partial(_at, 12),
        _AT,
        r"(?:noon|midday|lunchtime|(?<=tomorrow )morning|(?<=day )morning)\b",
    ),
)
