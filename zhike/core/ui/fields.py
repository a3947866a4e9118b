"""How a form field is shown: which class its control wears, and which texts describe it."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField

CHOICES_SHOWN = (forms.RadioSelect, forms.CheckboxSelectMultiple)


@dataclass(frozen=True)
class FieldParts:
    bound: BoundField
    label: str
    hint: str
    ticked: bool
    grouped: bool
    composed: bool

    @property
    def optional(self) -> bool:
        return not self.bound.field.required and not self.ticked and not _always_answered(self.bound)


def _always_answered(bound: BoundField) -> bool:
    """One of several, none of which is nothing: one is always chosen. Of radio buttons none may be yet."""
    field, several = bound.field, (forms.MultipleChoiceField, forms.ModelChoiceField)
    if not isinstance(field, forms.ChoiceField) or isinstance(field, several):
        return False
    offered: Any = field.choices
    chosen = not isinstance(field.widget, forms.RadioSelect) or bool(bound.value())
    return chosen and all(value not in ("", None) for value, _words in offered)


def parts_of(bound: BoundField, *, label: str = "", hint: str | None = None, large: bool = False) -> FieldParts:
    """What the field template needs; `label` and `hint` replace the field's own.

    A widget that says `composed` has several controls, each with a label of its own, and stands in a group.
    """
    widget, hint = bound.field.widget, str(bound.help_text if hint is None else hint)
    widget.attrs |= _attributes(bound, hint=hint, large=large)
    composed = bool(getattr(widget, "composed", False))
    return FieldParts(
        bound,
        str(label or bound.label or ""),
        hint,
        ticked=isinstance(widget, forms.CheckboxInput),
        grouped=isinstance(widget, CHOICES_SHOWN) or composed,
        composed=composed,
    )


def _attributes(bound: BoundField, *, hint: str, large: bool) -> dict[str, Any]:
    widget = bound.field.widget
    worn = [class_of(widget), "large" if large else "", widget.attrs.get("class", "")]
    told = [f"{bound.auto_id}_hint" if hint else "", f"{bound.auto_id}_error" if bound.errors else ""]
    attributes: dict[str, Any] = {"class": " ".join(dict.fromkeys(filter(None, worn)))}
    if describes := " ".join(filter(None, told)):
        attributes["aria-describedby"] = describes
    if isinstance(widget, forms.Textarea):
        attributes |= {"data-autosize": True, "rows": _rows_of(widget)}
    if large:
        attributes["placeholder"] = ""
    return attributes


def _rows_of(widget: forms.Textarea) -> int:
    """As many as the form asks for; three where it leaves Django's ten."""
    asked = int(widget.attrs.get("rows") or 10)
    return 3 if asked == 10 else asked


def class_of(widget: forms.Widget) -> str:
    """The class that a control wears."""
    if isinstance(widget, (forms.CheckboxInput, *CHOICES_SHOWN)):
        return "check"
    if isinstance(widget, forms.Textarea):
        return "textarea"
    return "select" if isinstance(widget, forms.Select) else "input"
