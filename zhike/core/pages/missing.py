"""A question that nobody can answer yet, for want of anything to choose; and where that is added."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.functional import Promise

from zhike.core.record.fields import LinkField
from zhike.core.resources.registry import resource_of
from zhike.core.resources.resource import Resource


@dataclass(frozen=True)
class Missing:
    """`question` and `hint` are those of the form, `wrong` is what it says of an answer; `add_url` is empty where the
    person adds none of it, else `thing` names it.
    """

    question: str | Promise
    hint: str | Promise
    wrong: tuple[str, ...] = ()
    add_url: str = ""
    thing: str | Promise = ""


def missing(form: Any, record: Any, by: Any, back: str) -> Missing | None:
    """The first of its questions that needs an answer and offers none. What is added for it leads `back`."""
    asked = next((one for one in form or () if one.field.required and _offers_nothing(one.field)), None)
    if asked is None:
        return None
    wrong = tuple(map(str, asked.errors)) if form.is_bound else ()
    queryset = getattr(asked.field, "queryset", None)
    resource = resource_of(queryset.model) if queryset is not None else None
    if resource is None or not resource.add_url or not resource.model.may_add(by, None):
        return Missing(asked.label, asked.help_text, wrong)
    told = urlencode(_said_of(record, resource) | {"next": back})
    return Missing(asked.label, asked.help_text, wrong, f"{resource.add_url}?{told}", resource.label)


def _offers_nothing(field: Any) -> bool:
    queryset = getattr(field, "queryset", None)
    if queryset is not None:
        return not queryset.exists()
    choices: Any = field.choices if isinstance(field, forms.ChoiceField) else None
    return choices is not None and not any(value for value, _label in choices)


def _said_of(record: Any, resource: Resource) -> dict[str, int]:
    """The record, and what both belong to: the same client, the same project."""
    links: dict[str, Any] = {
        name: field for name, field in resource.form.base_fields.items() if isinstance(field, LinkField)
    }
    found = {
        name: record.pk if field.queryset.model is type(record) else getattr(record, f"{name}_id", None)
        for name, field in links.items()
    }
    return {name: pk for name, pk in found.items() if pk is not None}
