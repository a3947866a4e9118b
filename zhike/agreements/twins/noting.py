"""A word that goes with a link or a letter: typed in one language or in both, and never changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.agreements.twins.comparing import languages_of
from zhike.agreements.twins.errors import SameLanguage
from zhike.agreements.twins.said import Said
from zhike.agreements.twins.spoken import in_words, said_both
from zhike.clients.wishes.heeding import ByMail

LONGEST = 1_000


@dataclass(frozen=True)
class Word:
    """As it was typed; the text itself prevails. As a string: for a letter, in the language that is active then."""

    text: str = ""
    twin: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return in_words(self.said, "\n\n")

    @property
    def said(self) -> Said:
        return said_both(self.text, self.twin)

    @property
    def facts(self) -> dict[str, str]:
        """As a link keeps it."""
        return {"note": self.text} | ({"note_twin": self.twin} if self.twin else {})


def word_of(link: Any) -> Word:
    """What was typed when the link was made."""
    return Word(link.facts.get("note", ""), link.facts.get("note_twin", ""))


def check_pair(form: forms.Form, text: str, twin: str) -> None:
    """Of two fields in which the same is typed: each in a language of its own."""
    said = form.cleaned_data
    if said.get(twin) and languages_of(said.get(text) or "", said[twin]) is None:
        form.add_error(twin, str(SameLanguage()))


class TwinArea(forms.Textarea):
    """The other wording, under which is said while one types in what the two differ."""

    template_name = "twins/area.html"


class NotedByMail(ByMail):
    """With a word to them, in both languages if wished; it stands above the field that says whether it goes by mail."""

    note = forms.CharField(
        label=_("A word to them"), max_length=LONGEST, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    note_twin = forms.CharField(
        label=_("The same in the other language"), max_length=LONGEST, required=False,
        widget=TwinArea(attrs={"rows": 2}),
    )  # fmt: skip

    def heed(self, client: Any, people: Iterable[Any]) -> None:
        super().heed(client, people)
        last = ("note", "note_twin", self.mails, "anyway")
        self.order_fields([*(name for name in self.fields if name not in last), *last])

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        check_pair(self, "note", "note_twin")
        return said
