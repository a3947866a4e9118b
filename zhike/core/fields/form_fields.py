"""The form field of each kind: the same objects for page, CSV and API."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.apps import apps
from django.utils.translation import gettext_lazy as _

from zhike.core.fields.models import FieldDefinition, Kind
from zhike.core.record.fields import SEPARATORS, DateField, LinkField, MoneyField, PersonField

Maker = Callable[[FieldDefinition, dict[str, Any]], forms.Field]
TRUE, FALSE = "true", "false"
YES_NO = dict.fromkeys(("true", "yes", "y", "1", "是", "有", "√"), TRUE) | dict.fromkeys(
    ("false", "no", "n", "0", "否", "无", "×"), FALSE
)


def form_field(definition: FieldDefinition, stored: Any = None) -> Any:
    """`stored` is the value that a record has: a choice which was taken away since stays one for that record."""
    common = {"label": str(definition), "required": definition.required, "help_text": definition.hint}
    made: Any = MAKERS[Kind(definition.kind)](definition, common)
    if definition.kind in {Kind.CHOICE, Kind.CHOICES}:
        offered = [value for value, _words in made.choices]
        held = stored if isinstance(stored, list) else [stored] if stored else []
        made.choices = [*made.choices, *((one, one) for one in held if one not in offered)]
    return made


class YesNoField(forms.TypedChoiceField):
    """Yes, no or nothing said; takes the words that files use."""

    def __init__(self, **kwargs: Any) -> None:
        options = [("", "—"), (TRUE, _("Yes")), (FALSE, _("No"))]
        super().__init__(choices=options, coerce=lambda said: said == TRUE, empty_value=None, **kwargs)

    def to_python(self, value: Any) -> str:
        said = self.prepare_value(value)
        return super().to_python(YES_NO.get(str(said).strip().casefold(), said))

    def prepare_value(self, value: Any) -> Any:
        return {True: TRUE, False: FALSE}[value] if isinstance(value, bool) else value


class ChoicesField(forms.MultipleChoiceField):
    """Several of the choices; a file writes them with semicolons or commas between."""

    widget = forms.CheckboxSelectMultiple

    def to_python(self, value: Any) -> list[str]:
        if isinstance(value, str):
            said = value.translate(SEPARATORS).replace("，", "\n").replace(",", "\n").splitlines()
            value = [value] if self.valid_value(value) else [one.strip() for one in said if one.strip()]
        return list(dict.fromkeys(super().to_python(value)))


def _choice(definition: FieldDefinition, common: dict[str, Any]) -> forms.Field:
    options = [(one, one) for one in definition.options]
    return forms.ChoiceField(choices=[("", "—"), *options], **common)


def _choices(definition: FieldDefinition, common: dict[str, Any]) -> forms.Field:
    return ChoicesField(choices=[(one, one) for one in definition.options], **common)


def _link(definition: FieldDefinition, common: dict[str, Any]) -> forms.Field:
    model = apps.get_model(definition.links_to or "clients.client")
    return LinkField(model._default_manager.all(), **common)


MAKERS: dict[Kind, Maker] = {
    Kind.TEXT: lambda _d, common: forms.CharField(max_length=500, **common),
    Kind.LONG: lambda _d, common: forms.CharField(max_length=20_000, widget=forms.Textarea, **common),
    Kind.NUMBER: lambda _d, common: forms.DecimalField(max_digits=20, decimal_places=6, **common),
    Kind.MONEY: lambda _d, common: MoneyField(**common),
    Kind.DATE: lambda _d, common: DateField(**common),
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.BOOLEAN: lambda _d, common: YesNoField(**common),
    Kind.LINK: _link,
    Kind.PERSON: lambda _d, common: PersonField(**common),
}
