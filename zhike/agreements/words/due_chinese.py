"""Chinese days and times: 周五前 · 下周三 · 三个工作日内 · 明天下班前 · 节后第一个工作日 · 国庆前."""

import re
from datetime import date, time, timedelta
from functools import partial

from zhike.agreements.words.due import Due, Reading, Rule, read, rule
from zhike.agreements.words.festivals import CHINESE as FESTIVALS
from zhike.agreements.words.festivals import festival
from zhike.agreements.words.moment import Moment
from zhike.agreements.words.numerals import HAN_NUMBER, whole

_N = rf"(?P<n>\d{{1,3}}|{HAN_NUMBER})"
_DAY = r"(?P<day>[0-3]?\d|[一二三十廿]{1,3}|[一二三四五六七八九十]{1,3})"
_MONTH = r"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_WEEKDAYS = "一二三四五六日天"
_UNTIL = r"(?:的?(?:当天)?(?:之前|以前|前|之内|以内|内|为止))?"
_WITHIN = r"(?:之内|以内|内|后|之后|以后|里)"
_AFTER = r"(?:节)?(?:假期|长假|放假)?(?:之后|以后|后)"
_NTH = r"(?:(?:的)?第(?P<nth>[一二三四五1-5])个?(?:工作日|上班日|天)|上班第?(?P<first>一)天)?"


def dues(text: str, moment: Moment) -> list[Due]:
    """All that a sentence names. A due with neither day nor time means the closing of the day that is named beside."""
    return read(_RULES, text, moment)


def _weekday(found: re.Match[str], moment: Moment) -> Reading:
    weekday = min(_WEEKDAYS.index(found["weekday"]), 6)
    which = found["which"] or ""
    weeks = which.count("下") or (0 if which else None)
    return moment.weekday(weekday, weeks), None


def _full(found: re.Match[str], moment: Moment) -> Reading:
    return moment.on(whole(found["month"]), whole(found["day"]), _year(found)), None


def _year(found: re.Match[str]) -> int | None:
    return int(found["year"]) if "year" in found.re.groupindex else None


def _of_month(found: re.Match[str], moment: Moment) -> Reading:
    day, which = whole(found["day"]), found["which"]
    months = (1 if "下" in which else 0) if which else int(day < moment.today.day)
    return date(*moment.month(months), day), None


def _days(found: re.Match[str], moment: Moment) -> Reading:
    n = whole(found["n"])
    if "工作" in found["unit"]:
        return moment.working_days_on(n), None
    if "月" in found["unit"]:
        year, month = moment.month(n)
        return min(date(year, month, 1) + timedelta(days=moment.today.day - 1), moment.end_of(year, month)), None
    return moment.days_on(n * (7 if found["unit"] in ("周", "星期", "个星期", "个礼拜") else 1)), None


def _hours(found: re.Match[str], moment: Moment) -> Reading:
    if found[0].startswith("半"):
        minutes = 30
    else:
        n = whole(found["n"])
        minutes = n * 15 if "刻" in found["unit"] else n * 60 if "时" in found["unit"] or "头" in found["unit"] else n
    then = moment.wall + timedelta(minutes=minutes)
    return then.date(), then.time().replace(second=0, microsecond=0)


def _end_of_month(found: re.Match[str], moment: Moment) -> Reading:
    if "month" in found.re.groupindex:
        month = whole(found["month"])
        return moment.end_of(moment.today.year + (month < moment.today.month), month), None
    return moment.month_end("下" in (found["which"] or "")), None


def _end_of_year(found: re.Match[str], moment: Moment) -> Reading:
    return moment.end_of(moment.today.year + (found["which"] == "明"), 12), None


def _end_of_quarter(found: re.Match[str], moment: Moment) -> Reading:
    return moment.month_end(2 - (moment.today.month - 1) % 3 + 3 * ("下" in found["which"])), None


def _before_festival(found: re.Match[str], moment: Moment) -> Reading:
    return moment.working_day_before(festival(found["name"], moment.today)), None


def _after_festival(found: re.Match[str], moment: Moment) -> Reading:
    return _nth_after(festival(found["name"], moment.days_on(-15)), found, moment)


def _before_holiday(found: re.Match[str], moment: Moment) -> Reading:
    day = moment.next_holiday()
    return (moment.working_day_before(day) if day else None), None


def _after_holiday(found: re.Match[str], moment: Moment) -> Reading:
    day = moment.next_holiday()
    return _nth_after(day, found, moment) if day else (None, None)


def _nth_after(day: date, found: re.Match[str], moment: Moment) -> Reading:
    return moment.working_day_after(day, whole(found["nth"] or "1")), None


def _on(days: int, found: re.Match[str], moment: Moment) -> Reading:
    return moment.days_on(days), None


def _in_week(found: re.Match[str], moment: Moment) -> Reading:
    return moment.week_end(found["which"].count("下")), None


def _clock(found: re.Match[str], moment: Moment) -> Reading:
    hour, part = whole(found["hour"]), found["part"] or ""
    if part[:1] in ("下", "晚", "傍") or (part == "中午" and hour < 6):
        hour = hour % 12 + 12
    minute = 30 if found["half"] else whole(found["minute"]) if found["minute"] else 0
    return None, time(hour, minute)


def _closing(found: re.Match[str], moment: Moment) -> Reading:
    return None, None


def _noon(found: re.Match[str], moment: Moment) -> Reading:
    return None, time(12)


_HOUR = r"(?P<hour>[012]?\d|二十[一二三]?|十[一二三四五六七八九]?|[一二两三四五六七八九])"
_MINUTE = r"(?:(?P<half>半)|(?P<minute>[0-5]\d)分?)?"
_PART = r"(?P<part>早上|上午|中午|下午|晚上|傍晚|(?<=明)早|(?<=[今明])晚)?"
_BEFORE = "(?:之前|以前|前)"
_FESTIVAL = rf"(?P<name>{FESTIVALS}|(?<![一二三四五六七八九十两几半\d今明去每])年)"
_WEEK = "(?:周|星期|礼拜)"
_RULES: tuple[Rule, ...] = (
    rule("月 - / .", _full, r"(?P<year>20\d\d)(?:年|[-/.])", _MONTH, "(?:月|[-/.])", _DAY, "[日号]?", _UNTIL),
    rule("月", _end_of_month, _MONTH, "月份?[底末]", _UNTIL),
    rule("月 - / .", _full, r"(?<![\d个])", _MONTH, "月", _DAY, "[日号]?", _UNTIL),
    rule("后", _after_festival, _FESTIVAL, _AFTER, _NTH),
    rule("前", _before_festival, _FESTIVAL, "节?(?:放假|长假)?", _BEFORE),
    rule("后 回来", _after_holiday, "(?:节|放假|长假|假期|收假)(?:之后|以后|后|回来)", _NTH),
    rule("前", _before_holiday, "(?:节|放假|长假|假期)", _BEFORE),
    rule("月", _end_of_month, "(?P<which>下个?|本|这个?|当)?月[底末]", _UNTIL),
    rule("年", _end_of_year, "(?P<which>今|明|本)?年[底末]", _UNTIL),
    rule("季度", _end_of_quarter, "(?P<which>本|这个?|下个?)季度[底末内]?", _UNTIL),
    rule(
        "号 日",
        _of_month,
        r"(?:(?P<which>下个?月|本月|这个月|当月)|(?<![\d月]))",
        _DAY,
        "[号日](?!线|楼|店|院|码)",
        _UNTIL,
    ),
    rule(
        "周 星期 礼拜",
        _weekday,
        "(?P<which>下下个?|下个?|本|这个?)?",
        _WEEK,
        "(?P<weekday>[一二三四五六日天])(?!次)",
        _UNTIL,
    ),
    rule("小时 钟", _hours, "半个?(?:小时|钟头)", _WITHIN),
    rule("小时 钟", _hours, _N, "个?(?P<unit>小时|钟头|分钟|刻钟)", _WITHIN),
    rule(
        "天 日 周 星期 礼拜 月",
        _days,
        _N,
        "(?P<unit>个工作日|工作日|天工作日|天|日|周|星期|个星期|个礼拜|个月)",
        _WITHIN,
    ),
    rule("周 星期 礼拜", _in_week, "(?P<which>下下个?|下个?|本|这个?)", _WEEK, "(?:之内|以内|末|底|内|里)?", _UNTIL),
    rule("月", _end_of_month, "(?P<which>下个?|本|这个?)月(?:之内|内|里)?", _UNTIL),
    rule("大后天", partial(_on, 3), "大后天", _UNTIL),
    rule("后天", partial(_on, 2), "后天", _UNTIL),
    rule("明", partial(_on, 1), "明[天日儿早晚]", _UNTIL),
    rule("今 当天", partial(_on, 0), "(?:今[天日早晚]|当天)", _UNTIL),
    rule("点 时 : ：", _clock, _PART, _HOUR, r"(?:点钟?|时|[:：](?=\d\d))", _MINUTE, _UNTIL),
    rule("下班 收工 结束 eod cob", _closing, "(?:下班|收工|下班时间)", _UNTIL, "|当天结束前|eod|cob"),
    rule("中午 上午 午饭", _noon, "(?:中午|上午|午饭)", _UNTIL),
)
