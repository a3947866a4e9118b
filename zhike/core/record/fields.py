"""Form fields that more than one area asks for. Each validates page, CSV and API alike."""

import re
from datetime import date
from typing import Any

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator, validate_email
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from zhike.core.base import money, phones

_NO_NUL = ProhibitNullCharactersValidator()
MOST_PLAIN = 60
FIRST_YEAR, LAST_YEAR = 1800, 2999
# What `validate_email` surely takes: most addresses need not be looked at by all its rules.
PLAIN_EMAIL = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*@(?:[a-z0-9]+\.)+[a-z]{2,20}", re.ASCII | re.IGNORECASE)
SEPARATORS = str.maketrans({";": "\n", "；": "\n", "、": "\n"})


def check_year(value: date) -> None:
    """Raises ValidationError for a day whose year is a slip of the pen, such as 0202 for 2026."""
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        told = {"first": FIRST_YEAR, "last": LAST_YEAR}
        raise ValidationError(_("Look at the year: %(first)d to %(last)d can be meant."), code="year", params=told)


def mind_the_year(field: forms.Field) -> None:
    """Let a field of days or moments refuse years that nobody means."""
    if isinstance(field, (forms.DateField, forms.DateTimeField)) and check_year not in field.validators:
        field.validators.append(check_year)


class DateField(forms.DateField):
    """A day; the browser's own picker."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    default_validators = [check_year]


class MomentField(forms.DateTimeField):
    """A moment, in the reader's zone; the browser's own picker."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    default_validators = [check_year]


class ChooseWidget(forms.Select):
    """The chosen record and the latest few; typing finds the others."""

    OFFERED = 30

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        records = self.choices.queryset  # type: ignore[attr-defined]
        chosen = [int(one) for one in value if str(one).isdecimal()]
        offered = {record.pk: record for record in records.order_by("-pk")[: self.OFFERED]}
        offered |= {record.pk: record for record in records.filter(pk__in=set(chosen) - offered.keys())}
        options = [self.create_option(name, "", "—", not chosen, 0)]
        options += [self.create_option(name, pk, str(one), pk in chosen, 1) for pk, one in offered.items()]
        return [(None, options, 0)]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        where = {"data-choose": self._where()} if self._where() else {}
        return super().get_context(name, value, (attrs or {}) | where)

    def _where(self) -> str:
        from zhike.core.resources.registry import resource_of

        resource = resource_of(self.choices.queryset.model)  # type: ignore[attr-defined]
        try:
            return reverse("choose", args=[resource.name]) if resource else ""
        except NoReverseMatch:
            return ""


class LinkField(forms.ModelChoiceField):
    """One record, chosen by typing; accepts its number or its reference. Never lists the whole table."""

    widget = ChooseWidget

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values or hasattr(value, "pk"):
            return value or None
        said = str(value).strip()
        known: Any = self.queryset
        found = known.by_number(said) if said.isdecimal() else known.by_reference(said)
        if record := found.first():
            return record
        raise ValidationError(_("Nothing is known under “%(said)s”. Choose one from the list."), params={"said": said})

    def prepare_value(self, value: Any) -> Any:
        return getattr(value, "pk", value)

    def narrow(self, user: Any) -> None:
        """Offer and accept only what this person may see."""
        known: Any = self.queryset
        self.queryset = known.visible_to(user)


class PersonField(forms.ModelChoiceField):
    """A member of staff."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(apps.get_model("access.User").objects.at_work().order_by("name"), **kwargs)

    def keep(self, pk: int | None) -> None:
        """Who stands there already stays a choice after leaving; nobody loses an owner by saving something else."""
        if pk:
            offered: Any = self.queryset
            self.queryset = offered | apps.get_model("access.User").objects.filter(pk=pk)

    def to_python(self, value: Any) -> Any:
        return value if hasattr(value, "pk") else super().to_python(value)


class ListField(forms.CharField):
    """Several values, one per line or separated by semicolons; none twice. The value is a list."""

    widget: Any = forms.Textarea(attrs={"rows": 2})
    empty_value: Any = []

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, (list, tuple)) else value

    def to_python(self, value: Any) -> Any:
        said = "\n".join(value) if isinstance(value, (list, tuple)) else str(value or "")
        _NO_NUL(said)  # the validator that Django sets looks at the list, and misses it
        parts = (part.strip() for part in self.split(said))
        return list(dict.fromkeys(self.read(part) for part in parts if part))

    def split(self, said: str) -> list[str]:
        return said.translate(SEPARATORS).splitlines()

    def read(self, part: str) -> str:
        return part

    def has_changed(self, initial: Any, data: Any) -> bool:
        return list(initial or []) != self.to_python(data)


class TagsField(ListField):
    """Tags, separated by commas, spaces or lines."""

    widget = forms.TextInput

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, (list, tuple)) else value

    def split(self, said: str) -> list[str]:
        return said.translate(SEPARATORS).replace("，", ",").replace(",", "\n").splitlines()

    def read(self, part: str) -> str:
        if len(part) > 40:
            raise ValidationError(_("A tag has at most 40 characters."))
        return part


class EmailsField(ListField):
    def split(self, said: str) -> list[str]:
        return said.translate(SEPARATORS).replace(",", "\n").split()

    def read(self, part: str) -> str:
        if len(part) <= MOST_PLAIN and PLAIN_EMAIL.fullmatch(part):
            return part.lower()
        try:
            validate_email(part)
        except ValidationError as error:
            raise ValidationError(self.reason(part)) from error
        return part.lower()

    def reason(self, part: str) -> str:
        if "@" not in part:
            return _("“%(said)s” is not an e-mail address: it has no @.") % {"said": part}
        if "." not in part.rpartition("@")[2]:
            return _("“%(said)s” is not an e-mail address: the part after @ has no dot.") % {"said": part}
        return _("“%(said)s” is not an e-mail address. Look for blanks and odd characters.") % {"said": part}


class PhonesField(ListField):
    """Phones as typed; the form's `clean_phones` reads them, since it knows the region."""

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, (list, tuple)):
            return "\n".join(phones.shown(one, "") for one in value)
        return value

    def split(self, said: str) -> list[str]:
        return phones.split(said)


def read_phones(said: list[str], region: str) -> list[str]:
    """Each as E.164, none twice. Raises ValidationError."""
    return list(dict.fromkeys(phones.parse(one, region) for one in said))


class CurrencyField(forms.ChoiceField):
    """A currency by its code, its sign or its Chinese name; the usual ones are offered. The value is the code."""

    OFFERED = (
        "CNY", "USD", "EUR", "JPY", "GBP", "HKD", "TWD", "SGD", "KRW", "AUD", "CAD", "CHF", "SEK", "NOK", "DKK", "PLN",
        "CZK", "HUF", "RON", "TRY", "ILS", "INR", "THB", "VND", "MYR", "IDR", "PHP", "AED", "SAR", "ZAR", "BRL", "MXN",
        "ARS", "CLP", "NZD", "RUB", "UAH", "KES", "NGN", "EGP",
    )  # fmt: skip

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=self._offered, **kwargs)

    def _offered(self) -> list[tuple[str, str]]:
        language = get_language() or "en"
        return [("", "—"), *((code, f"{code} {money.name(code, language)}") for code in self.OFFERED)]

    def to_python(self, value: Any) -> str:
        said = str(value or "").strip()
        return money.read_currency(said) or said

    def valid_value(self, value: str) -> bool:
        return bool(money.read_currency(value))


class MoneyField(forms.CharField):
    """An amount with its currency, written in any usual way. The value is {amount, currency}."""

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values or isinstance(value, dict):
            return value or None
        amount, currency = money.parse(str(value))
        return {"amount": str(amount), "currency": currency}

    def prepare_value(self, value: Any) -> Any:
        return f"{value['amount']} {value['currency']}" if isinstance(value, dict) else value
