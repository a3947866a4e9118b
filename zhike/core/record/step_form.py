"""The form of a step which must know the record and who takes it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.core.record.fields import LinkField, mind_the_year

DJANGO_BLANK = "-" * 9  # what a field says to which nobody gave words


class StepForm(forms.Form):
    """Its cleaned values are the step's keyword arguments."""

    def __init__(self, *args: Any, record: Any = None, by: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record, self.by = record, by
        for field in self.fields.values():
            mind_the_year(field)
            if isinstance(field, LinkField) and by is not None:
                field.narrow(by)
            if isinstance(field, forms.ModelChoiceField) and field.empty_label == DJANGO_BLANK:
                field.empty_label = _("Choose…") if field.required else "—"
