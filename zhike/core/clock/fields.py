"""Form fields of calendars: a week's hours and lists of days, as lines that people can write."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.core.clock.hours import WEEKDAYS, read_week
from zhike.core.clock.widgets import WeekWidget
from zhike.core.clock.working_calendar import NoWorkingTime, Week, check_week

DASHES = str.maketrans("–—~～，：", "----,:")


class WeekField(forms.CharField):
    """One line for each day: "mon 09:00-12:00, 13:00-18:00". The value is what `hours.read_week` reads."""

    widget = WeekWidget

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return "\n".join(
            f"{day} {', '.join('-'.join(one) for one in value[day])}" for day in WEEKDAYS if value.get(day)
        )

    def to_python(self, value: Any) -> Any:
        week = value if isinstance(value, dict) else dict(map(_day_line, str(value or "").lower().splitlines()))
        week.pop("", None)
        try:
            minutes = read_week(week)
        except ValueError as error:
            raise ValidationError(str(error)) from error
        self._check(minutes)
        return week

    def _check(self, week: Week) -> None:
        try:
            check_week(week)
        except NoWorkingTime as error:
            raise ValidationError(_("Give at least one weekday its hours.")) from error
        except ValueError as error:
            raise ValidationError(
                _("The shifts of a day overlap or go back. Write them in order, each once.")
            ) from error


class DaysField(forms.CharField):
    """One line for each day, with a word: "2026-12-24 Christmas party". The value is {"2026-12-24": "…"}."""

    widget = forms.Textarea(attrs={"rows": 4})
    empty_value: Any = {}

    def __init__(self, *, words: tuple[str, ...] = (), **options: Any) -> None:
        super().__init__(**options)
        self.words = words

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(f"{day} {said}".strip() for day, said in value.items()) if isinstance(value, dict) else value

    def to_python(self, value: Any) -> Any:
        lines = (
            [f"{day} {said}" for day, said in value.items()]
            if isinstance(value, dict)
            else str(value or "").splitlines()
        )
        return dict(sorted(self._read(line.strip()) for line in lines if line.strip()))

    def _read(self, line: str) -> tuple[str, str]:
        day, _blank, said = line.partition(" ")
        try:
            date.fromisoformat(day)
        except ValueError as error:
            raise ValidationError(
                _("“%(said)s” is not a day. Write it like 2026-12-24."), params={"said": day}
            ) from error
        if self.words and said.strip().lower() not in self.words:
            raise ValidationError(_("After %(day)s write a weekday from mon to sun, or nothing."), params={"day": day})
        return date.fromisoformat(day).isoformat(), said.strip().lower() if self.words else said.strip()


def _day_line(line: str) -> tuple[str, list[list[str]]]:
    day, _blank, shifts = line.translate(DASHES).strip().partition(" ")
    return day, [[end.strip() for end in shift.split("-")] for shift in re.split(r"[,;]", shifts) if shift.strip()]
