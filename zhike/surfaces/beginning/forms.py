"""What the steps ask for. Each ends in the same verbs as the settings do."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.forms import CountryField
from zhike.core.access.locale import ZONES
from zhike.core.access.models import Company, Role, User
from zhike.core.access.preferences import change_company, company
from zhike.core.clock.models import Calendar
from zhike.core.record.fields import CurrencyField
from zhike.surfaces.beginning.code import fits
from zhike.surfaces.console.preferences import PreferencesForm
from zhike.surfaces.console.settings.people import PersonForm

MOST = 50  # people at once


class FirstForm(forms.Form):
    code = forms.CharField(label=_("Set-up code"), help_text=_("It stands in the log of “zhike serve”."), max_length=40)
    company = forms.CharField(label=_("Name of your company"), max_length=120)
    name = forms.CharField(label=_("Your name"), max_length=80)
    email = forms.EmailField(label=_("Your e-mail"))
    password = forms.CharField(
        label=_("Password"), strip=False, max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 10 characters; a few words are easy to remember."),
    )  # fmt: skip

    def clean_code(self) -> str:
        if not fits(self.cleaned_data["code"]):
            raise ValidationError(_("This is not the code. Only the newest in the log counts."))
        return str(self.cleaned_data["code"])

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if password := said.get("password"):
            try:
                validate_password(password, User(name=said.get("name", ""), email=said.get("email", "")))
            except ValidationError as weak:
                self.add_error("password", weak)
        return said


class CompanyStep(forms.ModelForm):
    region = CountryField(label=_("Region"), help_text=_("Whose national telephone and tax numbers are meant."))
    currency = CurrencyField(label=_("Currency"), help_text=_("In which purchases and the like are added up."))

    class Meta:
        model = Company
        fields = ("name", "region", "currency")

    def __init__(self, said: Any = None) -> None:
        super().__init__(said, instance=Company.objects.filter(pk=1).first() or company())

    def keep(self, by: Any) -> None:
        change_company(by=by, **self.cleaned_data)


class LanguageStep(PreferencesForm):
    """One's own language, zone and look."""

    def keep(self, by: Any) -> None:
        by.prefer(by=by, **self.cleaned_data)


class CalendarStep(forms.Form):
    region = CountryField(label=_("Public holidays of"), required=False)
    zone = forms.ChoiceField(label=_("Time zone"))

    def __init__(self, said: Any = None) -> None:
        self.calendar = Calendar.objects.default()
        initial = {"region": self.calendar.region.partition("-")[0], "zone": self.calendar.zone}
        super().__init__(said, initial=initial)
        self.fields["zone"].choices = [(zone, zone) for zone in sorted(ZONES) if "/" in zone]  # type: ignore[attr-defined]

    def keep(self, by: Any) -> None:
        self.calendar.amend(by=by, **self.cleaned_data)


class PeopleStep(forms.Form):
    """A line for each: a name, a comma, an e-mail. Everyone gets an invitation."""

    people = forms.CharField(
        label=pgettext_lazy("set-up", "Who works with you"), widget=forms.Textarea(attrs={"rows": 6}), required=False,
        help_text=_("A line for each: name, e-mail. They get a mail with a link to choose a password."),
    )  # fmt: skip
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, initial=Role.MEMBER)

    def clean_people(self) -> list[PersonForm]:
        lines = [line for line in self.cleaned_data["people"].replace("，", ",").splitlines() if line.strip()][:MOST]
        return [self._checked(line) for line in lines]

    def _checked(self, line: str) -> PersonForm:
        name, _comma, email = (part.strip() for part in line.rpartition(","))
        form = PersonForm({"name": name, "email": email, "role": self.data.get("role"), "invite": "on"})
        if not form.is_valid():
            why = " ".join(str(error) for errors in form.errors.values() for error in errors)
            raise ValidationError("%(line)s: %(why)s", params={"line": line, "why": why})
        return form

    def keep(self, by: Any) -> None:
        for form in self.cleaned_data["people"]:
            form.save(by=by)
