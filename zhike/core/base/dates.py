"""Dates and moments as they stand in files which people bring, in the order of day and month that their region uses."""

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_EXCEL_DAY_0 = date(1899, 12, 30)
_EXCEL_FROM, _EXCEL_TO = 20_000, 80_000  # 1954 to 2119: other numbers are no dates
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = r"(?P<name>[a-z]{3,9})\.?"
_DAY, _YEAR = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?", r"(?P<y>\d{4}|\d{2})"
_WEEKDAY = re.compile(
    r"(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?|\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)"
)
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
        r"(?P<y>\d{4})\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?(?P<d>\d{1,2})",
        r"(?P<y>\d{4}|\d{2})\s?年\s?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?[日号]?",
        rf"{_DAY}[\s,/.-]*(?:of\s)?{_MONTH}[\s,/.-]*{_YEAR}",
        rf"{_MONTH}[\s,/.-]*{_DAY}[\s,/.-]+{_YEAR}",
        rf"(?P<y>\d{{4}})[\s,/.-]*{_MONTH}[\s,/.-]*(?P<d>\d{{1,2}})",
    )
)
_TWO_AND_YEAR = re.compile(rf"(?P<a>\d{{1,2}})\s?(?P<sign>[-/.])\s?(?P<b>\d{{1,2}})\s?[-/.]\s?{_YEAR}")
_TIME = re.compile(
    r"(?:^|[\st,])(?P<before>上午|下午|晚上|凌晨|中午|早上)?\s?(?P<h>\d{1,2})(?:[:时点](?P<min>\d{1,2})?(?:[:分](?P<s>\d{1,2})?秒?)?"
    r"(?:[.,](?P<f>\d{1,9}))?)?\s?(?P<after>am|pm|a\.m\.|p\.m\.)?\s?(?P<zone>z|utc|gmt|[+-]\d{2}:?(?:\d{2})?)?$"
)
_UNIX = re.compile(r"(?P<s>1\d{9})(?:\d{3})?")


def read_date(text: object, region: str = "CN") -> date:
    """A day. 3/5/2024 is read in the order of `region` (ISO 3166 code); 5.3.2024 always has the day first.

    Takes text, numbers as Excel counts days, dates. Raises ValidationError with an example.
    """
    return _read(text, region)[0]


def read_moment(text: object, zone: tzinfo, region: str = "CN") -> datetime:
    """A moment with its zone: the one written, else `zone`. A date alone is its midnight."""
    if isinstance(text, datetime):
        return text if text.tzinfo else text.replace(tzinfo=zone)
    if unix := _UNIX.fullmatch(str(text).strip()):
        return datetime.fromtimestamp(int(unix["s"]), UTC).astimezone(zone)
    day, at, told = _read(text, region)
    return datetime.combine(day, at, told or zone)


def written(value: date | datetime) -> str:
    """As kept in JSON: "2024-03-05", or a moment in UTC "2024-03-05T04:00:00+00:00". `read_…` reads it back."""
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value.isoformat()


def _read(value: object, region: str) -> tuple[date, time, tzinfo | None]:
    if isinstance(value, datetime):
        return value.date(), value.timetz().replace(tzinfo=None), value.tzinfo
    if isinstance(value, date):
        return value, time(), None
    return _read_text(str(value), region)


@lru_cache(maxsize=32_768)
def _read_text(text: str, region: str) -> tuple[date, time, tzinfo | None]:
    plain = " ".join(unicodedata.normalize("NFKC", text).lower().split())
    plain = " ".join(_WEEKDAY.sub(" ", plain).split()).strip(" ,'\"")
    if not plain:
        raise ValidationError(_("The date is missing."), code="date_missing")
    if re.fullmatch(r"\d{5}(?:\.\d+)?", plain) and _EXCEL_FROM <= float(plain) <= _EXCEL_TO:
        return _excel(float(plain))
    try:
        day, end = _day(plain, region)
        at, zone = _time(plain[end:].strip(" ,"))
    except ValueError as error:
        code, message = (
            ("date_impossible", _("“%(text)s” does not exist: check the day, the month and the time."))
            if error.args[0] != "form"
            else ("date_form", _("“%(text)s” cannot be read as a date. Write it like 2024-03-05 or 2024-03-05 14:30."))
        )
        raise ValidationError(message, code=code, params={"text": text[:60]}) from error
    return day, at, zone


def _day(plain: str, region: str) -> tuple[date, int]:
    """The day, and where in the text it ends. Raises ValueError("form") when it has none of the forms."""
    if (found := _TWO_AND_YEAR.match(plain)) and _ends(plain, found.end()):
        first, second, year = int(found["a"]), int(found["b"]), _year(found["y"])
        month_first = found["sign"] != "." and _month_first(region)
        if (first > 12) != (second > 12):
            month_first = second > 12
        return date(year, *((first, second) if month_first else (second, first))), found.end()
    for form in _FORMS:
        if (found := form.match(plain)) and _ends(plain, found.end()):
            parts = found.groupdict()
            if month := int(parts["m"]) if "m" in parts else _month(parts["name"]):
                return date(_year(parts["y"]), month, int(parts["d"])), found.end()
            if "m" in parts:
                raise ValueError("month")
    raise ValueError("form")


def _ends(plain: str, end: int) -> bool:
    return end == len(plain) or not plain[end].isdigit()


def _month(name: str) -> int:
    """1 to 12, by the full name or its beginning; 0 when it is no month."""
    name = "sep" if name == "sept" else name
    return next((number for number, full in enumerate(_MONTHS, start=1) if full.startswith(name)), 0)


def _year(written_year: str) -> int:
    year = int(written_year)
    return year if len(written_year) == 4 else year + (2000 if year < 69 else 1900)


def _time(rest: str) -> tuple[time, tzinfo | None]:
    if not rest:
        return time(), None
    found = _TIME.match(rest)
    if not found or not (found["min"] or found["after"] or found["before"] or re.search("[时点]", rest)):
        raise ValueError("form")
    hour = int(found["h"])
    late = (
        (found["after"] or "").startswith("p")
        or found["before"] in ("下午", "晚上")
        or (found["before"] == "中午" and hour < 6)
    )
    early = (found["after"] or "").startswith("a") or found["before"] == "凌晨"
    if late and hour < 12:
        hour += 12
    elif early and hour == 12:
        hour = 0
    micro = int((found["f"] or "0")[:6].ljust(6, "0"))
    return time(hour, int(found["min"] or 0), int(found["s"] or 0), micro), _zone(found["zone"])


def _zone(text: str | None) -> tzinfo | None:
    if not text:
        return None
    if text in ("z", "utc", "gmt"):
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if text[0] == "-" else offset)


def _excel(days: float) -> tuple[date, time, tzinfo | None]:
    """Days since 30 December 1899, as spreadsheets count since 1 March 1900; seconds are rounded."""
    seconds = round((days % 1) * 86_400)
    moment = datetime.combine(_EXCEL_DAY_0 + timedelta(days=int(days)), time()) + timedelta(seconds=seconds)
    return moment.date(), moment.time(), None


@lru_cache(maxsize=512)
def _month_first(region: str) -> bool:
    """Whether people there write the month before the day, by their locale's short date."""
    try:
        pattern = Locale.parse(f"und_{region}").date_formats["short"].pattern
    except (UnknownLocaleError, ValueError, KeyError):
        return False
    return bool(pattern.lower().find("m") < pattern.find("d"))
