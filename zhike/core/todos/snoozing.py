"""Until when a to-do may be put off: the usual choices, and the form that asks."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.core.record.fields import DateField
from zhike.core.todos.repeating import months_later
from zhike.core.todos.working_days import next_working_day

CHOICES = [
    ("tomorrow", _("Tomorrow")),
    ("workday", _("Next working day")),
    ("week", _("Next week")),
    ("month", _("Next month")),
    ("day", _("On a day of my choice")),
]


def chosen_day(choice: str, today: date) -> date:
    """Next week is its Monday; next month the same day."""
    if choice == "workday":
        return next_working_day(today)
    if choice == "week":
        return today + timedelta(days=7 - today.weekday())
    return months_later(today, 1) if choice == "month" else today + timedelta(days=1)


class SnoozeForm(forms.Form):
    """Asks for a usual choice or a day; its cleaned value is `until` alone."""

    soon = forms.ChoiceField(label=_("Until"), choices=CHOICES, required=False, widget=forms.RadioSelect)
    until = DateField(label=_("Day"), required=False)

    def clean(self) -> dict[str, Any]:
        today, said = timezone.localdate(), self.cleaned_data
        choice, until = said.pop("soon", ""), said.get("until")
        if choice and choice != "day":
            until = chosen_day(choice, today)
        if until is None and "until" not in self.errors:
            self.add_error("until", _("Say until when: pick one of the choices or a day."))
        elif until and until <= today:
            self.add_error("until", _("This day has come already. Choose tomorrow or a day after it."))
        return {"until": until}
