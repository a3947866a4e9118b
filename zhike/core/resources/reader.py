"""How one reader is shown values: language, zone, today. Made once per request; formats each value once."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Any

from babel.dates import format_date, format_datetime
from django.apps import apps
from django.utils import timezone
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, pgettext

NOTHING = mark_safe('<span class="muted">–</span>')


class Reader:
    def __init__(self, user: Any = None) -> None:
        self.user = user
        self.chinese = (get_language() or "en").startswith("zh")
        self.locale = "zh_Hans_CN" if self.chinese else "en_GB"
        self.now = timezone.now()
        self.today = timezone.localdate()
        self._days: dict[date, SafeString] = {}

    @cached_property
    def people(self) -> dict[int, str]:
        """Everyone's name, in one query."""
        return dict(apps.get_model("access.User").objects.values_list("pk", "name"))

    def person(self, pk: int | None) -> SafeString:
        from zhike.core.ui.cells import avatar

        if not (pk and (name := self.people.get(pk))):
            return NOTHING
        return format_html('<span class="who">{}{}</span>', avatar(name), name)

    def day(self, value: date | None) -> SafeString:
        """Yesterday, Today, Wed 13 May; the year only where it is not this one."""
        if value is None:
            return NOTHING
        if value not in self._days:
            late = mark_safe(' class="late"') if value < self.today else ""
            self._days[value] = format_html(
                '<time datetime="{}"{}>{}</time>', value.isoformat(), late, self.say_day(value)
            )
        return self._days[value]

    def say_day(self, value: date) -> str:
        near = {-1: gettext("Yesterday"), 0: gettext("Today"), 1: gettext("Tomorrow")}.get((value - self.today).days)
        if near:
            return near
        same_year = value.year == self.today.year
        if self.chinese:
            return format_date(value, "M月d日" if same_year else "y年M月d日", locale=self.locale)
        return format_date(value, "EEE d MMM" if same_year else "d MMM y", locale=self.locale)

    def moment(self, value: datetime | None) -> SafeString:
        if value is None:
            return NOTHING
        local = timezone.localtime(value)
        return format_html(
            '<time datetime="{}" title="{}">{}</time>',
            value.isoformat(timespec="minutes"),
            self.say_exactly(value),
            self.say_moment(local),
        )

    def say_exactly(self, value: datetime) -> str:
        local = timezone.localtime(value)
        return str(format_datetime(local, "y年M月d日 HH:mm" if self.chinese else "d MMM y, HH:mm", locale=self.locale))

    def say_moment(self, local: datetime) -> str:
        clock = f"{local:%H:%M}"
        return clock if local.date() == self.today else self.say_day(local.date())

    def ago(self, value: datetime | None) -> str:
        """2 hours, 3 days: how long since."""
        from zhike.core.ui.cells import say_span

        return "" if value is None else say_span(max(self.now - value, timedelta()))

    def yes_no(self, value: bool | None) -> SafeString:
        return NOTHING if value is None else escape(pgettext("answer", "Yes") if value else pgettext("answer", "No"))

    def link(self, record: Any) -> SafeString:
        from zhike.core.resources.registry import resource_of

        if record is None:
            return NOTHING
        resource = resource_of(record)
        if resource is None:
            return escape(str(record))
        return format_html('<a href="{}">{}</a>', resource.url("detail", record), record)

    def own(self, value: Any, definition: Any) -> SafeString:
        """The value of an own field as stored in JSON."""
        if value in (None, "", []):
            return NOTHING
        if definition.kind == "date":
            return self.day(date.fromisoformat(value))
        if definition.kind == "boolean":
            return self.yes_no(value)
        if definition.kind == "money":
            from zhike.core.base.money import shown

            return escape(shown(Decimal(value["amount"]), value["currency"], self.locale))
        if isinstance(value, dict):
            return escape(value.get("text", ""))
        return escape(", ".join(map(str, value)) if isinstance(value, list) else str(value))
