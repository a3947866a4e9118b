"""The gate for important dates."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.dates.choices import Calendar, Kind, Repeats, ShortMonth, WithoutLeap
from zhike.clients.dates.models import ImportantDate
from zhike.clients.dates.models.important_date import MOST_DAYS
from zhike.clients.models import Client, Contact
from zhike.clients.positions import check_stands_at
from zhike.clients.sourced import SOURCE_FIELDS, SOURCE_GROUP, SOURCE_HINTS, SourcedForm
from zhike.core.base.anniversaries import Anniversary, exists, length_of
from zhike.core.record.fields import LinkField

DAY_FIELDS = ("calendar", "month", "day", "leap", "year", "repeats", "without_leap", "short_month")
DEFAULTS = {
    "kind": Kind.BIRTHDAY, "calendar": Calendar.SOLAR, "repeats": Repeats.YEARLY, "without_leap": WithoutLeap.ORDINARY,
    "short_month": ShortMonth.LAST, "warn_days": 7,
}  # fmt: skip
FIRST_YEAR, LAST_YEAR = 1850, 2200


class DateForm(SourcedForm):
    client = LinkField(Client.objects.all(), label=_("Client"))
    contact = LinkField(
        Contact.objects.all(), label=_("Contact"), required=False, help_text=_("Nobody: it is the client’s own day.")
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind, required=False)
    calendar = forms.ChoiceField(label=pgettext_lazy("solar or lunar", "Calendar"), choices=Calendar, required=False)
    month = forms.IntegerField(label=_("Month"), min_value=1, max_value=12)
    day = forms.IntegerField(label=_("Day of the month"), min_value=1, max_value=31)
    year = forms.IntegerField(
        label=_("Year"), min_value=FIRST_YEAR, max_value=LAST_YEAR, required=False,
        help_text=_("The first one, such as the year of birth, where it is known."),
    )  # fmt: skip
    leap = forms.BooleanField(label=_("In the leap month (闰月)"), required=False)
    repeats = forms.ChoiceField(label=_("Comes"), choices=Repeats, required=False)
    warn_days = forms.IntegerField(
        label=_("Remind … days before"), min_value=0, max_value=MOST_DAYS, required=False, initial=7,
        help_text=_("The client’s owner finds it on My day, once."),
    )  # fmt: skip
    without_leap = forms.ChoiceField(label=_("In years without that leap month"), choices=WithoutLeap, required=False)
    short_month = forms.ChoiceField(label=_("Where the month is too short"), choices=ShortMonth, required=False)

    class Meta:
        model = ImportantDate
        fields = (
            "client", "contact", "kind", "what", "calendar", "month", "day", "year", "leap", "repeats", "warn_days",
            "without_leap", "short_month", *SOURCE_FIELDS,
        )  # fmt: skip
        groups = (
            (_("Years that lack the day"), ["without_leap", "short_month"]),
            SOURCE_GROUP,
        )
        help_texts = SOURCE_HINTS | {"what": _("Left empty: the kind says it.")}

    def clean_contact(self) -> Any:
        return check_stands_at(self.cleaned_data["contact"], self.cleaned_data.get("client"))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for name, usual in DEFAULTS.items():
            if name in said and said[name] in ("", None):
                kept = getattr(self.instance, name) if self.instance.pk else None
                said[name] = usual if kept is None else kept
        if {"calendar", "month", "day", "repeats"} <= said.keys():
            self._check_day(said)
        return said

    def _check_day(self, said: dict[str, Any]) -> None:
        told = as_told(said)
        if told.leap and not told.lunar:
            self.add_error("leap", _("Only the lunar calendar has leap months."))
        elif told.day > length_of(told):
            self.add_error("day", _("That month never has so many days."))
        elif told.year and not exists(told, told.year):
            self.add_error("year", _("There was no such day in that year. Mend the day, or leave the year empty."))
        elif not told.yearly and not told.year:
            self.add_error("year", _("What comes only once needs its year."))


def as_told(said: dict[str, Any]) -> Anniversary:
    """Cleaned values as the arithmetic takes them."""
    return ImportantDate(**{name: said[name] for name in DAY_FIELDS if name in said}).told
