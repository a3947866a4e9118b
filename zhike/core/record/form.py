"""The gate: one form per record validates HTML, JSON, CSV and mail, and refuses in the same words."""

from collections.abc import Callable, Collection, Mapping
from copy import copy
from functools import cached_property, partial
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from zhike.core.record.fields import EmailsField, LinkField, PersonField

Faults = dict[str, list[str]]
Rule = Callable[[], Any]
Check = Callable[[Any], Any]


class RecordForm(forms.ModelForm):
    """`by` is who fills it in: links offer only what that person may see. A short form does without own fields."""

    asks_own: ClassVar[bool] = True

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, by: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self._add_own_fields()
        for name, field in self.fields.items():
            if isinstance(field, PersonField):
                field.keep(self.initial[name] if name.startswith("own_") else getattr(self.instance, f"{name}_id"))
            _show_empty_as_a_dash(field)
            if isinstance(field, LinkField) and by is not None:
                field.narrow(by)

    def _add_own_fields(self) -> None:
        from zhike.core.fields.form_fields import form_field
        from zhike.core.fields.models import definitions_of

        for definition in definitions_of(self._meta.model._meta.label_lower) if self.asks_own else ():
            stored = self.instance.custom.get(definition.key)
            self.fields[definition.name] = form_field(definition, stored)
            self.initial.setdefault(definition.name, _initial(stored))
        self.initial.setdefault("version", self.instance.version)

    def own_fields(self) -> list[forms.BoundField]:
        """For pages that set out their fields by hand."""
        return [self[name] for name in self.fields if name.startswith("own_")]

    def groups(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """The fields as a page shows them: (title, fields). `Meta.groups` names them; own fields come last."""
        named = getattr(self.Meta, "groups", ()) if hasattr(self, "Meta") else ()
        grouped = {name for _title, names in named for name in names}
        own = [name for name in self.fields if name.startswith("own_")]
        rest = [name for name in self.fields if name not in grouped and name not in own]
        wanted = [("", rest), *named, (_("Own fields"), own)] if named else [("", rest), (_("Own fields"), own)]
        found = [(title, [self[name] for name in names if name in self.fields]) for title, names in wanted]
        return [(title, [one for one in bound if not one.is_hidden]) for title, bound in found if bound]

    @property
    def values(self) -> dict[str, Any]:
        """What passed, by field name, without the version."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}

    def save(self, *, by: Any) -> Any:  # type: ignore[override]
        """Add or amend the record; the record. Raises Forbidden, StaleEdit."""
        if not self.instance.pk:
            return self._meta.model._default_manager.add(by=by, **self.values)
        self.instance.amend(by=by, version=self.cleaned_data.get("version"), **self.values)
        return self.instance

    def clean_row(self, row: Mapping[str, Any], only: Collection[str] | None = None) -> tuple[dict[str, Any], Faults]:
        """The bulk twin of `is_valid`: the same fields and rules on plain values, without queries.

        `only` names the fields to look at (all, when None). Returns what passed and what is wrong, by field; faults of
        the row as a whole stand under "". Links must come resolved, as records.
        """
        cleaned: dict[str, Any] = {}
        self.cleaned_data, self._errors = cleaned, forms.utils.ErrorDict()
        for name, field, empty, rule, _last in self._steps:
            if only is not None and name not in only:
                continue
            said = row.get(name)
            if rule is not None or empty is _ASK or said not in _NOTHING:
                self._clean_one(name, field, said, empty, rule)
            else:
                cleaned[name] = empty if type(empty) is not list else []
        self._clean_form()  # type: ignore[attr-defined]
        for name, last in self._last_steps:
            if self.cleaned_data.get(name):
                self._check_last(name, last)
        if not self._errors:
            return self.cleaned_data, {}
        faults = {"" if name == "__all__" else name: [str(one) for one in said] for name, said in self._errors.items()}
        return self.cleaned_data, faults

    @cached_property
    def _steps(self) -> list[tuple[str, forms.Field, Any, Rule | None, Check | None]]:
        """(name, field, what it makes of nothing, the form's rule, the model's check) for each field."""
        return [
            (name, field, _of_nothing(field), getattr(self, f"clean_{name}", None), self._model_check(name, field))
            for name, field in self.fields.items()
            if name != "version"
        ]

    @cached_property
    def _last_steps(self) -> list[tuple[str, Check]]:
        return [(name, last) for name, _field, _empty, _rule, last in self._steps if last]

    def _model_check(self, name: str, field: forms.Field) -> Check | None:
        """What `is_valid` asks of the model behind the form field; links are known to exist."""
        model_field: Any = next((one for one in self._meta.model._meta.concrete_fields if one.name == name), None)
        if model_field is None or isinstance(field, forms.ModelChoiceField):
            return None
        if isinstance(field, forms.ChoiceField) and model_field.choices:
            return None
        told = [*field.validators, validate_email] if isinstance(field, EmailsField) else field.validators
        items = hasattr(model_field, "base_field")
        left = [one for one in (model_field.base_field if items else model_field).validators if one not in told]
        return partial(_check, model_field, left, items) if left else None

    def _clean_one(self, name: str, field: forms.Field, said: Any, empty: Any, rule: Rule | None) -> None:
        try:
            if said in _NOTHING and empty is not _ASK:
                value = empty if type(empty) is not list else []
            else:
                value = self._cleaned(name, field, said)
            self.cleaned_data[name] = value
            if rule:
                self.cleaned_data[name] = rule()
        except ValidationError as error:
            self.add_error(name, error)

    def _cleaned(self, name: str, field: forms.Field, said: Any) -> Any:
        """What the field makes of a text. Cities, trades, tags: what one row says many say; refusals are not kept."""
        if type(said) is not str or len(said) > _SHORT or isinstance(field, forms.ModelChoiceField):
            return field.clean(said)
        seen = self._seen[name]
        if said not in seen:
            if len(seen) >= _MOST_SEEN:
                seen.clear()
            seen[said] = field.clean(said)
        value = seen[said]
        return copy(value) if isinstance(value, (list, dict)) else value

    @cached_property
    def _seen(self) -> dict[str, dict[str, Any]]:
        return {name: {} for name in self.fields}

    def _check_last(self, name: str, check: Check) -> None:
        try:
            check(self.cleaned_data[name])
        except ValidationError as error:
            self.add_error(name, error)


def _check(model_field: Any, validators: list[Check], items: bool, value: Any) -> None:
    """The model's own refusal is asked for its words only when one of its validators refuses: it is slow."""
    try:
        for item in value if items else [value]:
            for validate in validators:
                validate(item)
    except ValidationError:
        model_field.clean(value, None)


_ASK = object()
_NOTHING: tuple[Any, ...] = (None, "", [])
_SHORT, _MOST_SEEN = 60, 4_096


def _of_nothing(field: forms.Field) -> Any:
    """What an optional field makes of an empty cell; `_ASK` when it has to be asked each time."""
    try:
        return field.clean(None)
    except ValidationError:
        return _ASK


def _show_empty_as_a_dash(field: forms.Field) -> None:
    if isinstance(field, forms.ModelMultipleChoiceField):
        return
    if isinstance(field, forms.ModelChoiceField):
        field.empty_label = "—"
    elif isinstance(field, forms.TypedChoiceField):
        offered: Any = field.choices
        field.choices = [(value, words if value != "" else "—") for value, words in offered]


def _initial(stored: Any) -> Any:
    """An own value as its form field shows it: links and people by their number."""
    return stored["id"] if isinstance(stored, dict) and "id" in stored else stored
