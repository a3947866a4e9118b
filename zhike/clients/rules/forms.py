"""A rule as a field of any form, and the editor that is its control."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.clients.rules.drafting import draft, latest_row, menu
from zhike.clients.rules.posted import is_posted, posted
from zhike.clients.rules.reading import read
from zhike.core.base.json_texts import loads


class RuleWidget(forms.Widget):
    """Rows and groups of rows. Works by posting; script only saves the round trip of the page."""

    template_name = "rules/editor.html"
    composed = True

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        checked = context["widget"]["attrs"].get("aria-invalid") == "true"
        block = draft(as_json(value), name, checked=checked)
        focus = latest_row(block, context["widget"]["attrs"].get("added", ""))
        return context | {"block": block, "name": name, "groups": menu(), "focus": focus}

    def format_value(self, value: Any) -> Any:
        return value

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        return posted(data, name) if is_posted(data, name) else data.get(name)

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data and not is_posted(data, name)

    def id_for_label(self, id_: str) -> str:
        return ""


class RuleFormField(forms.Field):
    """The value is the rule's JSON, checked and in its plainest form."""

    widget = RuleWidget
    default_error_messages = {"required": _("A rule needs at least one condition.")}

    def to_python(self, value: Any) -> Any:
        said = as_json(value)
        if said in self.empty_values or said in ({"all": []}, {"any": []}):
            return None
        return read(said).as_json()

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool((as_json(initial) or None) != (as_json(data) or None))


def as_json(value: Any) -> Any:
    """JSON that came as text, read; anything else as it is. Raises ValidationError."""
    if not isinstance(value, str) or not value.strip():
        return value
    try:
        return loads(value)
    except (ValueError, RecursionError) as error:
        raise ValidationError(_("This is no rule: it cannot be read as JSON.")) from error
