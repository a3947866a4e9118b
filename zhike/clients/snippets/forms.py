"""The gate of snippets."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhike.clients.snippets.filling import unknown
from zhike.clients.snippets.models import Snippet
from zhike.core.base.listing import listed
from zhike.core.record.form import RecordForm

HINT = gettext_lazy("{contact}, {client} and {me} are filled in when it is used.")


class SnippetForm(RecordForm):
    class Meta:
        model = Snippet
        fields = ("name", "text", "text_zh", "shared")
        widgets = {"text": forms.Textarea(attrs={"rows": 5}), "text_zh": forms.Textarea(attrs={"rows": 5})}
        help_texts = {"text": HINT, "text_zh": HINT}

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        texts = [said.get("text") or "", said.get("text_zh") or ""]
        if odd := unknown(texts):
            names = listed(f"{{{one}}}" for one in odd)
            raise ValidationError(
                _("Nobody fills in %(names)s: there are {contact}, {client} and {me}.") % {"names": names}
            )
        return said
