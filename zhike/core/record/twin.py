"""The bulk twin of a form's `is_valid`: the same fields and rules on plain values, in a twentieth of the time."""

from collections.abc import Callable, Collection, Mapping
from copy import copy
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from zhike.core.record.fields import EmailsField, TagsField
from zhike.core.record.quick import Check, quick_check, quick_clean

Faults = dict[str, list[str]]
Rule = Callable[[], Any]

_ASK = object()
_NOTHING: tuple[Any, ...] = (None, "", [])
_SHORT, _MOST_SEEN, _MOST_WAYS = 60, 4_096, 512


class Look(NamedTuple):
    """A field to look at. `before` is what those passed over before it make of nothing, `empty` what it does itself.

    `seen` keeps what it made of short texts, where many rows say the same.
    """

    before: dict[str, Any]
    name: str
    clean: Check
    empty: Any
    rule: Rule | None
    seen: dict[str, Any] | None


class BulkTwin:
    """What a form needs to say of a row what it says of a page."""

    if TYPE_CHECKING:
        fields: dict[str, forms.Field]
        cleaned_data: dict[str, Any]
        _meta: Any
        add_error: Any
        _clean_form: Any

    def clean_row(self, row: Mapping[str, Any], only: Collection[str] | None = None) -> tuple[dict[str, Any], Faults]:
        """The same fields and rules on plain values, without queries.

        `only` names the fields to look at (all, when None). Returns what passed and what is wrong, by field; faults of
        the row as a whole stand under "". Links must come resolved, as records.
        """
        self.cleaned_data, self._errors = {}, forms.utils.ErrorDict()
        looks, after = self._way_of(row, only)
        for look in looks:
            self.cleaned_data.update(look.before)
            self._look(look, row.get(look.name))
        self.cleaned_data.update(after)
        self._clean_form()
        for name, check in self._checks:
            if self.cleaned_data.get(name):
                self._check(name, check)
        if not self._errors:
            return self.cleaned_data, {}
        faults = {"" if name == "__all__" else name: [str(one) for one in said] for name, said in self._errors.items()}
        return self.cleaned_data, faults

    def _way_of(self, row: Mapping[str, Any], only: Collection[str] | None) -> tuple[list[Look], dict[str, Any]]:
        """The fields to look at when a row says these and no others, and what those behind the last make of nothing."""
        said = frozenset([name for name, value in row.items() if value not in _NOTHING])
        asked = (said, None if only is None else frozenset(only))
        if asked not in self._ways:
            if len(self._ways) >= _MOST_WAYS:
                self._ways.clear()
            self._ways[asked] = self._way(said, only)
        return self._ways[asked]

    def _way(self, said: Collection[str], only: Collection[str] | None) -> tuple[list[Look], dict[str, Any]]:
        looks, before = list[Look](), dict[str, Any]()
        for look in self._all_looks:
            if only is not None and look.name not in only:
                continue
            if look.rule or look.empty is _ASK or isinstance(look.empty, list) or look.name in said:
                looks.append(look._replace(before=before))
                before = {}
            else:
                before[look.name] = look.empty
        return looks, before

    def _look(self, look: Look, said: Any) -> None:
        try:
            if said in _NOTHING and look.empty is not _ASK:
                value = copy(look.empty)
            elif look.seen is None or type(said) is not str or len(said) > _SHORT:
                value = look.clean(said)
            else:
                value = _remembered(look.seen, look.clean, said)
            self.cleaned_data[look.name] = value
            if look.rule:
                self.cleaned_data[look.name] = look.rule()
        except ValidationError as error:
            self.add_error(look.name, error)

    @cached_property
    def _ways(self) -> dict[Any, tuple[list[Look], dict[str, Any]]]:
        return {}

    @cached_property
    def _all_looks(self) -> list[Look]:
        return [
            Look({}, name, clean := quick_clean(field), _of_nothing(field), getattr(self, f"clean_{name}", None),
                 _memory(field, clean))
            for name, field in self.fields.items()
            if name != "version"
        ]  # fmt: skip

    @cached_property
    def _checks(self) -> list[tuple[str, Check]]:
        """What `is_valid` asks of the model behind the form's fields; links are known to exist."""
        found = ((name, self._model_check(name, field)) for name, field in self.fields.items() if name != "version")
        return [(name, check) for name, check in found if check]

    def _model_check(self, name: str, field: forms.Field) -> Check | None:
        model_field: Any = next((one for one in self._meta.model._meta.concrete_fields if one.name == name), None)
        if model_field is None or isinstance(field, forms.ModelChoiceField):
            return None
        if isinstance(field, forms.ChoiceField) and model_field.choices:
            return None
        told = [*field.validators, validate_email] if isinstance(field, EmailsField) else field.validators
        each = hasattr(model_field, "base_field")
        left = [one for one in (model_field.base_field if each else model_field).validators if one not in told]
        return quick_check(left, each, partial(model_field.clean, model_instance=None)) if left else None

    def _check(self, name: str, check: Check) -> None:
        try:
            check(self.cleaned_data[name])
        except ValidationError as error:
            self.add_error(name, error)


def _memory(field: forms.Field, clean: Check) -> dict[str, Any] | None:
    """Where what a field made of texts is kept: of sizes, countries, tags. Links may change, quick ways need none."""
    quick = clean != field.clean and not isinstance(field, TagsField)
    return None if quick or isinstance(field, forms.ModelChoiceField) else {}


def _remembered(seen: dict[str, Any], clean: Check, said: str) -> Any:
    """What is made of a text; refusals are not kept."""
    if said not in seen:
        if len(seen) >= _MOST_SEEN:
            seen.clear()
        seen[said] = clean(said)
    value = seen[said]
    return copy(value) if isinstance(value, (list, dict)) else value


def _of_nothing(field: forms.Field) -> Any:
    """What an optional field makes of an empty cell; `_ASK` when it has to be asked each time."""
    try:
        return field.clean(None)
    except ValidationError:
        return _ASK
