"""The form field of a playbook's lines, and its control: a row for each, and some empty ones."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.clients.playbooks.lines import OWNER, WHO, Line, check_lines
from zhike.core.base.json_texts import loads

NAMES = ("title", "text", "who", "days", "after")
SPARE = 3


class LinesWidget(forms.Widget):
    """Rows under `<name>_title`, `<name>_who` …; a program may send the list itself, as JSON, under the name."""

    template_name = "playbooks/lines.html"
    composed = True

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        rows = _rows(value)
        blank = {"title": "", "text": "", "who": OWNER, "days": "", "after": ""}
        staff = [(str(pk), said) for pk, said in _staff()]
        return super().get_context(name, value, attrs) | {
            "rows": [*rows, *(blank for _n in range(SPARE))],
            "who": [*WHO, *staff],
            "places": range(1, len(rows) + SPARE),
        }

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        if name in data:
            return data[name]
        listed = getattr(data, "getlist", lambda key: list(data.get(key, ())))
        columns = [listed(f"{name}_{one}") for one in NAMES]
        return [dict(zip(NAMES, row, strict=True)) for row in zip(*columns, strict=False)]

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data and f"{name}_title" not in data

    def id_for_label(self, id_: str) -> str:
        return ""


class LinesField(forms.Field):
    """The value is the list as the model keeps it."""

    widget = LinesWidget

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return []
        lines = check_lines(_read(value))
        unknown = {line.who for line in lines if line.who.isdecimal()} - {str(pk) for pk, _name in _staff()}
        if unknown:
            raise ValidationError(_("One of the people who should do something does not work here any more."))
        return [line.kept for line in lines]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool((initial or []) != data)


def _staff() -> list[tuple[int, str]]:
    return list(apps.get_model("access.User").objects.at_work().order_by("name").values_list("pk", "name"))


def _read(value: Any) -> Any:
    try:
        return loads(value) if isinstance(value, str) else value
    except (ValueError, RecursionError):
        return None


def _rows(value: Any) -> list[dict[str, Any]]:
    """What the control shows: the kept lines, or what was typed last."""
    said = _read(value)
    rows = said if isinstance(said, list) else []
    return [Line("").kept | row for row in rows if isinstance(row, dict) and row.get("title")]
