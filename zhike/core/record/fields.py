"""Form fields that more than one area asks for. Each validates page, CSV and API alike."""

from typing import Any

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from zhike.core.base import phones

SEPARATORS = str.maketrans({";": "\n", "；": "\n", "、": "\n"})


class DateField(forms.DateField):
    """A day; the browser's own picker."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class LinkField(forms.ModelChoiceField):
    """One record, chosen by typing; accepts its number or its reference. Never lists the whole table."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values or hasattr(value, "pk"):
            return value or None
        said = str(value).strip()
        found = self.queryset.filter(pk=int(said)) if said.isdecimal() else self.queryset.by_reference(said)
        if record := found.first():
            return record
        raise ValidationError(_("Nothing is known under “%(said)s”. Choose one from the list."), params={"said": said})

    def prepare_value(self, value: Any) -> Any:
        return getattr(value, "pk", value)


class PersonField(forms.ModelChoiceField):
    """A member of staff."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(apps.get_model("access.User").objects.at_work().order_by("name"), **kwargs)

    def to_python(self, value: Any) -> Any:
        return value if hasattr(value, "pk") else super().to_python(value)


class ListField(forms.CharField):
    """Several values, one per line or separated by semicolons; none twice. The value is a list."""

    widget = forms.Textarea(attrs={"rows": 2})
    empty_value: Any = []

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, (list, tuple)) else value

    def to_python(self, value: Any) -> list[str]:
        said = "\n".join(value) if isinstance(value, (list, tuple)) else str(value or "")
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
    """Phones as E.164. National forms are read by `region`, which the form sets before it validates."""

    region = "CN"

    def read(self, part: str) -> str:
        return phones.parse(part, self.region)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, (list, tuple)):
            return "\n".join(phones.shown(one, self.region) for one in value)
        return value


class MoneyField(forms.CharField):
    """An amount with its currency, written in any usual way. The value is {amount, currency}."""

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values or isinstance(value, dict):
            return value or None
        from zhike.core.base import money

        amount, currency = money.parse(str(value))
        return {"amount": str(amount), "currency": currency}

    def prepare_value(self, value: Any) -> Any:
        return f"{value['amount']} {value['currency']}" if isinstance(value, dict) else value
