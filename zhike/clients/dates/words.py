"""A day that comes again, in words."""

from django.utils.translation import get_language, gettext, ngettext
from lunar_python.util import LunarUtil

from zhike.core.base.anniversaries import Anniversary
from zhike.core.ui.dates import MONTHS


def told_words(told: Anniversary) -> str:
    """As its calendar says it: "15 Aug 1972", "day 15 of lunar month 8", "8月15日", "农历闰六月初八"."""
    return _in_chinese(told) if (get_language() or "en").startswith("zh") else _in_english(told)


def age_words(years: int, *, birthday: bool) -> str:
    """ "turns 54" for a birthday, else "3 years"; empty for 0."""
    if not years:
        return ""
    if birthday:
        return gettext("turns %(years)s") % {"years": years}
    return ngettext("%(years)s year", "%(years)s years", years) % {"years": years}


def _in_chinese(told: Anniversary) -> str:
    year = f"{told.year}年" if told.year else ""
    if told.lunar:
        return f"农历{year}{'闰' if told.leap else ''}{LunarUtil.MONTH[told.month]}月{LunarUtil.DAY[told.day]}"
    return f"{year}{told.month}月{told.day}日"


def _in_english(told: Anniversary) -> str:
    year = f" {told.year}" if told.year else ""
    if told.lunar:
        return f"day {told.day} of {'leap' if told.leap else 'lunar'} month {told.month}{year}"
    return f"{told.day} {MONTHS[told.month - 1]}{year}"
