"""What is asked before a person is erased."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class EraseForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=300,
        help_text=gettext_lazy("For instance: the person asked for it by mail on 3 May. Write no names here."),
    )
    confirm = forms.CharField(label=gettext_lazy("To confirm, type the reference"), max_length=20)

    def __init__(self, data: Any = None, *, reference: str) -> None:
        super().__init__(data)
        self.reference = reference
        self.fields["confirm"].help_text = reference
        self.fields["confirm"].widget.attrs["autocomplete"] = "off"

    def clean_confirm(self) -> str:
        said = str(self.cleaned_data["confirm"]).strip().upper()
        if said != self.reference:
            raise forms.ValidationError(_("Type %(reference)s to confirm.") % {"reference": self.reference})
        return said
