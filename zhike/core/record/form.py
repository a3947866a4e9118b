"""The gate: one form per record validates HTML, JSON, CSV and mail, and refuses in the same words."""

from collections.abc import Collection, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.core.record.fields import LinkField

Faults = dict[str, list[str]]


class RecordForm(forms.ModelForm):
    """`by` is who fills it in: links offer only what that person may see."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, by: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self._add_own_fields()
        for field in self.fields.values():
            if isinstance(field, LinkField) and by is not None:
                field.narrow(by)

    def _add_own_fields(self) -> None:
        from zhike.core.fields.form_fields import form_field
        from zhike.core.fields.models import FieldDefinition

        for definition in FieldDefinition.objects.of(self._meta.model):
            self.fields[definition.name] = form_field(definition)
            self.initial.setdefault(definition.name, _initial(self.instance.custom.get(definition.key)))
        self.initial.setdefault("version", self.instance.version)

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
        """The bulk twin of `is_valid`: the same fields and rules on plain values, without instance or queries.

        `only` names the fields to look at (all, when None). Returns what passed and what is wrong, by field; faults of
        the row as a whole stand under "". Links must come resolved.
        """
        faults: Faults = {}
        self.cleaned_data = {}
        self._errors = None
        for name, field in self.fields.items():
            if name != "version" and (only is None or name in only):
                self._clean_one(name, field, row.get(name), faults)
        try:
            self._errors = forms.utils.ErrorDict()
            self.cleaned_data = self.clean() or self.cleaned_data
        except ValidationError as error:
            self.add_error(None, error)
        for name, messages in (self._errors or {}).items():
            faults.setdefault("" if name == "__all__" else name, []).extend(str(one) for one in messages)
        return {name: value for name, value in self.cleaned_data.items() if name not in faults}, faults

    def _clean_one(self, name: str, field: forms.Field, said: Any, faults: Faults) -> None:
        try:
            self.cleaned_data[name] = field.clean(said)
            if rule := getattr(self, f"clean_{name}", None):
                self.cleaned_data[name] = rule()
        except ValidationError as error:
            self.cleaned_data.pop(name, None)
            faults[name] = list(error.messages)


def _initial(stored: Any) -> Any:
    """An own value as its form field shows it: links and people by their number."""
    return stored["id"] if isinstance(stored, dict) and "id" in stored else stored
