"""A word that goes with a link or a letter: typed in one language or in both, and never changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhike.agreements.twins.fields import PrevailsField, TwinField, check_pair
from zhike.agreements.twins.said import Said
from zhike.agreements.twins.spoken import in_words, said_both
from zhike.clients.wishes.heeding import ByMail

LONGEST = 1_000


@dataclass(frozen=True)
class Word:
    """As it was typed; which `prevails` is said as in `Prevails`. As a string: for a letter, in the language that is
    active then.
    """

    text: str = ""
    twin: str = ""
    prevails: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return in_words(self.said, "\n\n")

    @property
    def said(self) -> Said:
        return said_both(self.text, self.twin, self.prevails)

    @property
    def facts(self) -> dict[str, str]:
        """As a link keeps it."""
        twin = {"note_twin": self.twin, "note_prevails": self.prevails} if self.twin else {}
        return {"note": self.text} | {name: words for name, words in twin.items() if words}


def word_of(link: Any) -> Word:
    """What was typed when the link was made."""
    return Word(*(link.facts.get(name, "") for name in ("note", "note_twin", "note_prevails")))


class NotedByMail(ByMail):
    """With a word to them, in both languages if wished; it stands above the field that says whether it goes by mail."""

    note = forms.CharField(
        label=_("A word to them"), max_length=LONGEST, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    note_twin = TwinField(LONGEST)
    note_prevails = PrevailsField()

    def heed(self, client: Any, people: Iterable[Any]) -> None:
        super().heed(client, people)
        last = ("note", "note_twin", "note_prevails", self.mails, "anyway")
        self.order_fields([*(name for name in self.fields if name not in last), *last])

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        check_pair(self, "note", "note_twin")
        return said
