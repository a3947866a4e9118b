"""The form field of each kind: the same objects for page, CSV and API."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.apps import apps
from django.utils.translation import gettext_lazy as _

from zhike.core.fields.models import FieldDefinition, Kind
from zhike.core.record.fields import DateField, LinkField, MoneyField, PersonField

Maker = Callable[[FieldDefinition, dict[str, Any]], forms.Field]


def form_field(definition: FieldDefinition) -> forms.Field:
    common = {"label": str(definition), "required": definition.required, "help_text": definition.hint}
    return MAKERS[Kind(definition.kind)](definition, common)


def _choice(definition: FieldDefinition, common: dict[str, Any]) -> forms.Field:
    options = [(one, one) for one in definition.options]
    return forms.ChoiceField(choices=[("", "—"), *options], **common)


def _choices(definition: FieldDefinition, common: dict[str, Any]) -> forms.Field:
    return forms.MultipleChoiceField(
        choices=[(one, one) for one in definition.options], widget=forms.CheckboxSelectMultiple, **common
    )


def _boolean(_definition: FieldDefinition, common: dict[str, Any]) -> forms.Field:
    options = [("", "—"), ("true", _("Yes")), ("false", _("No"))]
    return forms.TypedChoiceField(choices=options, coerce=lambda said: said == "true", empty_value=None, **common)


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
    Kind.BOOLEAN: _boolean,
    Kind.LINK: _link,
    Kind.PERSON: lambda _d, common: PersonField(**common),
}
