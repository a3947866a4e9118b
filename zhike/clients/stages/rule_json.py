"""A rule as JSON in a form, until there is an editor."""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.clients.rules.reading import read


class RuleFormField(forms.CharField):
    widget = forms.Textarea(attrs={"rows": 4})
    empty_value: Any = None

    def prepare_value(self, value: Any) -> Any:
        return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else value

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return None
        try:
            return read(json.loads(value) if isinstance(value, str) else value).as_json()
        except ValueError as error:
            raise ValidationError(_("This is no rule: it cannot be read as JSON.")) from error

    def clean(self, value: Any) -> Any:
        return self.to_python(value)
