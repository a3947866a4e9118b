"""The gate: one form per record validates HTML, JSON, CSV and mail, and refuses in the same words."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.core.record.fields import LinkField, PersonField, mind_the_year
from zhike.core.record.twin import BulkTwin


class RecordForm(BulkTwin, forms.ModelForm):
    """`by` is the person who fills it in: links offer only what they may see. `asks_own` adds the custom fields."""

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
            mind_the_year(field)
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
