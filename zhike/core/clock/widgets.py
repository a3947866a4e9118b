"""The control for the hours of a week: a line for each day, which is ticked, with its shifts."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS as NAMES

from zhike.core.clock.hours import WEEKDAYS

SHIFTS = 2


class WeekWidget(forms.Widget):
    """Shows what `WeekField` writes as text. Gives back {"mon": [[from, to]]}, or the text where someone sends text."""

    template_name = "clock/week.html"
    composed = True

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        week = _read(value)
        shown = max(SHIFTS, *(len(shifts) for shifts in week.values()), 0)
        days = [
            {
                "name": f"{name}_{day}",
                "label": NAMES[n],
                "on": day in week,
                "shifts": (week.get(day, []) + [("", "")] * shown)[:shown],
            }
            for n, day in enumerate(WEEKDAYS)
        ]
        return context | {"days": days}

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        if name in data:
            return data[name]
        return {day: _shifts(data, f"{name}_{day}") for day in WEEKDAYS if data.get(f"{name}_{day}")}

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data and not any(key.startswith(f"{name}_") for key in data)

    def id_for_label(self, id_: str) -> str:
        return ""


def _shifts(data: Any, name: str) -> list[list[str]]:
    """The pairs of a day, those left empty out."""
    listed = getattr(data, "getlist", lambda key: list(data.get(key, ())))
    pairs = zip(listed(f"{name}_from"), listed(f"{name}_to"), strict=False)
    return [[start.strip(), end.strip()] for start, end in pairs if start.strip() or end.strip()]


def _read(written: Any) -> dict[str, list[tuple[str, str]]]:
    """The lines of the text; what cannot be read is left out."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in str(written or "").splitlines():
        day, _blank, shifts = line.strip().partition(" ")
        if day in WEEKDAYS:
            ends = (shift.strip().partition("-") for shift in shifts.split(",") if shift.strip())
            found[day] = [(start.strip(), end.strip()) for start, _dash, end in ends]
    return found
