"""The gate for calendars."""

from zoneinfo import available_timezones

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.core.clock.fields import DaysField, WeekField
from zhike.core.clock.hours import WEEKDAYS
from zhike.core.clock.models import Calendar
from zhike.core.clock.public_holidays import public_holidays
from zhike.core.record.form import RecordForm


class CalendarForm(RecordForm):
    hours = WeekField(
        label=_("Hours"), help_text=_("Tick the working days. An end before its start is meant on the next day.")
    )
    days_off = DaysField(
        label=_("Own days off"), required=False, help_text=_("One line for each day: 2026-12-24 Christmas party")
    )
    days_worked = DaysField(
        label=_("Own make-up days"),
        required=False,
        words=("", *WEEKDAYS),
        help_text=_("One line for each day, with the weekday whose hours it has: 2026-02-14 fri"),
    )

    class Meta:
        model = Calendar
        fields = ("name", "zone", "region", "hours", "days_off", "days_worked")
        error_messages = {"name": {"unique": _("There is a calendar of this name already. Choose another name.")}}
        widgets = {
            "zone": forms.TextInput(attrs={"list": "zones"}),
            "region": forms.TextInput(attrs={"list": "regions"}),
        }
        help_texts = {"region": _("A country, such as CN, or a part of one, such as DE-BE. Empty: no public holidays.")}

    def clean_zone(self) -> str:
        zone: str = self.cleaned_data["zone"]
        if zone not in available_timezones():
            raise ValidationError(_("“%(said)s” is no time zone. Write it like Asia/Shanghai.") % {"said": zone})
        return zone

    def clean_region(self) -> str:
        region: str = self.cleaned_data["region"].upper()
        try:
            public_holidays(region, [2025])
        except ValueError as error:
            raise ValidationError(
                _("No public holidays are known for “%(said)s”. Write a country such as CN, or nothing.")
                % {"said": region}
            ) from error
        return region
