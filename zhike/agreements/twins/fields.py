"""The fields in which somebody types the same in the other language, beneath the text."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.agreements.choices import Prevails
from zhike.agreements.twins.comparing import languages_of
from zhike.agreements.twins.errors import SameLanguage

ABOVE = pgettext_lazy("wording that prevails", "The one above")


class TwinArea(forms.Textarea):
    """The other wording, under which is said while one types in what the two differ, where the page does not say it
    elsewhere. Which of both prevails is asked once there is one (see `ledger.css`).
    """

    def __init__(self, rows: int = 2, *, hints: bool = True) -> None:
        super().__init__(attrs={"rows": rows, "class": "twin-area", "placeholder": " "})
        if hints:
            self.template_name = "twins/area.html"


class TwinField(forms.CharField):
    """Beside a text of at most `longest` characters."""

    def __init__(self, longest: int, **options: Any) -> None:
        options = {"widget": TwinArea()} | options
        super().__init__(label=_("The same in the other language"), max_length=longest, required=False, **options)


class PrevailsField(forms.ChoiceField):
    """`first` says what holds where nothing is chosen."""

    def __init__(self, first: Any = ABOVE) -> None:
        super().__init__(
            label=_("Which wording prevails"), required=False, choices=[("", first), *Prevails.choices],
            widget=forms.Select(attrs={"class": "twin-prevails"}),
        )  # fmt: skip


def check_pair(form: Any, text: str, twin: str) -> None:
    """Of two fields in which the same is typed: each in a language of its own."""
    said = form.cleaned_data
    if said.get(twin) and languages_of(said.get(text) or "", said[twin]) is None:
        form.add_error(twin, str(SameLanguage()))
