"""JSON into a form: unknown keys and wrong types are refused before the form sees them."""

from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.record.form import RecordForm
from zhike.core.resources.resource import Resource
from zhike.surfaces.api.kinds import KINDS, Kind, kind_of
from zhike.surfaces.api.problems import Problem

WORDS = {
    "string": _("a text"),
    "integer": _("a whole number"),
    "number": _("a number"),
    "boolean": _("true or false"),
    "array": _("a list of texts"),
    "links": _("a list of references"),
    "link": _("a reference such as CL-12"),
    "object": _("an object"),
    "json": _("an object, a list or a text"),
    "money": _("an amount with its currency"),
}
Faults = dict[str, list[str]]


class Said(dict[str, Any]):
    """What a form's widgets read: plain values by name, lists where several are meant."""

    def getlist(self, name: str) -> list[Any]:
        value = self.get(name, [])
        return value if isinstance(value, list) else [] if value in (None, "") else [value]


def kind_for(form: forms.BaseForm, name: str) -> Kind:
    """A value kept as JSON is taken as JSON too."""
    model = form._meta.model if isinstance(form, RecordForm) else None
    column = next((one for one in model._meta.concrete_fields if one.name == name), None) if model else None
    return KINDS[forms.JSONField] if isinstance(column, models.JSONField) else kind_of(form.fields[name])


def read(form: forms.BaseForm, body: Any) -> Said:
    """The body's values as the form takes them. Raises Problem for what is no object, unknown or of a wrong type."""
    if not isinstance(body, dict):
        raise Problem("not-understood", gettext("The body has to be a JSON object."))
    faults = {name: fault for name, value in body.items() if (fault := _fault(form, name, value))}
    if faults:
        raise Problem("invalid", errors=faults)
    return Said({name: _taken(form, name, value) for name, value in body.items()})


def form_for(resource: Resource, body: Any, *, by: Any, record: Any = None, version: int | None = None) -> RecordForm:
    """The record's form, filled: a change starts from the stored values. Raises Problem when it refuses."""
    blank = resource.form(instance=record, by=by)
    said = read(blank, body)
    stored = Said() if record is None else _stored(blank)
    form = resource.form(Said(stored | said | {"version": version}), instance=record, by=by)
    check(form)
    return form


def check(form: forms.BaseForm) -> None:
    """Raises Problem with the form's own words, by field; words about the whole stand under "record"."""
    if not form.is_valid():
        raise Problem("invalid", errors=faults_of(form))


def faults_of(form: forms.BaseForm) -> Faults:
    found = form.errors.get_json_data()
    return {
        "record" if name == NON_FIELD_ERRORS else name: [one["message"] for one in said] for name, said in found.items()
    }


def _fault(form: forms.BaseForm, name: str, value: Any) -> list[str]:
    if name == "version" or name not in form.fields:
        return [gettext("There is no such field.")]
    kind = kind_for(form, name)
    if value is None or kind.fits(value):
        return []
    return [gettext("This has to be %(kind)s.") % {"kind": WORDS[kind.takes[0]]}]


def _taken(form: forms.BaseForm, name: str, value: Any) -> Any:
    return "" if value is None else kind_for(form, name).read(value, form.fields[name])


def _stored(form: RecordForm) -> Said:
    """What the record holds now, as its form takes it back."""
    return Said({name: _held(field, form.get_initial_for_field(field, name)) for name, field in form.fields.items()})


def _held(field: forms.Field, value: Any) -> Any:
    if isinstance(value, list) and not isinstance(field, forms.ModelMultipleChoiceField):
        return value
    return field.prepare_value(value)
