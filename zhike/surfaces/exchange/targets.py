"""What a column may become: the fields of a resource's form, its reference, and the parts of a person's name."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhike.core.record.fields import LinkField, ListField
from zhike.core.resources.resource import Resource

NAME_PARTS = ("family_name", "given_name")


@dataclass(frozen=True)
class Target:
    """`many`: several columns may become it. `kind` is text, list, date, moment, link (to a record), people (several
    records of a client) or staff (people and teams)."""

    name: str
    label: str | Promise
    kind: str = "text"

    @property
    def many(self) -> bool:
        return self.kind in {"list", "link", "people"}


def targets_of(resource: Resource, form: forms.BaseForm) -> dict[str, Target]:
    """By name, in the order of the form. What only helps to fill a form in is none."""
    kept = {field.name for field in resource.model._meta.get_fields()} - {"version"}
    found = {
        name: Target(name, field.label or name, _kind(field))
        for name, field in form.fields.items()
        if (name in kept or name.startswith("own_")) and not isinstance(field, forms.FileField)
    }
    if "client" in found and "name" in found:
        found |= {
            "family_name": Target("family_name", _("Family name")),
            "given_name": Target("given_name", _("Given name")),
        }
    return {"reference": Target("reference", _("Reference"))} | found


def _kind(field: forms.Field) -> str:
    for sort, kind in KINDS.items():
        if isinstance(field, sort):
            return kind
    return "text"


KINDS: dict[type[forms.Field], str] = {
    ListField: "list",
    forms.MultipleChoiceField: "list",
    LinkField: "link",
    forms.ModelMultipleChoiceField: "people",
    forms.ModelChoiceField: "staff",
    forms.DateField: "date",
    forms.DateTimeField: "moment",
}


def choices_by_word(field: Any) -> dict[str, str]:
    """For a field of fixed choices: each value by its words in every language, folded."""
    if not isinstance(field, forms.ChoiceField) or isinstance(field, forms.ModelChoiceField):
        return {}
    found: dict[str, str] = {}
    for language in ("en", "zh-hans"):
        with translation.override(language):
            for value, word in list(field.choices):  # type: ignore[arg-type]
                if value and not isinstance(word, (list, tuple)):
                    found.setdefault(str(word).casefold(), str(value))
    return found
