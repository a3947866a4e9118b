"""What is asked for a private note."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.core.access.models import User


class PrivateNoteForm(forms.Form):
    words = forms.CharField(label=_("For yourself"), max_length=10_000, widget=forms.Textarea(attrs={"rows": 3}))
    readers = forms.ModelMultipleChoiceField(
        User.objects.none(), label=_("Who else may read it"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Nobody, unless you tick somebody. Only those who see the client can be let in."),
    )  # fmt: skip

    def __init__(self, *args: Any, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered: Any = self.fields["readers"]
        offered.queryset = User.objects.at_work().exclude(pk=by.pk).order_by("name")
