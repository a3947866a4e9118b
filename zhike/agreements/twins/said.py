"""A text as its reader reads it: in their language, with the other wording beneath and which one prevails."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from zhike.agreements.choices import Prevails
from zhike.agreements.twins.models import Changed, Language

HTML = {Language.CHINESE: "zh-Hans", Language.ENGLISH: "en"}


@dataclass(frozen=True)
class Said:
    """`first` is what the reader reads; `other` the wording beneath it, "" where there is none, in `language`.
    `counts` is the language of the wording that prevails ("both": both alike), `prevails` the same in words; `behind`:
    one was changed since.
    """

    first: str
    other: str = ""
    language: str = ""
    counts: str = ""
    behind: bool = False

    @property
    def prevails(self) -> str:
        return str(Prevails(self.counts).label) if self.counts else ""

    @property
    def html_language(self) -> str:
        return HTML.get(Language(self.language), "") if self.language else ""


def said(text: str, twin: str, *, language: str, prevails: str, behind: bool = False) -> Said:
    """`language` is that of the twin. What is behind is kept from the reader, unless it is the wording that prevails:
    that one then comes first.
    """
    own = Language.ENGLISH if language == Language.CHINESE else Language.CHINESE
    counts = prevails or str(own)
    if behind and counts != language:
        return Said(text)
    twin_first = behind or reading() == language
    if twin_first:
        return Said(twin, text, str(own), counts, behind)
    return Said(text, twin, language, counts, behind)


def said_of(text: str, twin: Any) -> Said:
    """Of a text and its row, or None."""
    if twin is None or not text:
        return Said(text)
    behind = twin.changed(text.strip()) != Changed.NONE
    return said(text, twin.text, language=twin.language, prevails=twin.prevails, behind=behind)


def reading() -> str:
    """The language that is active, as wordings call it."""
    return str(Language.CHINESE if (get_language() or "").startswith("zh") else Language.ENGLISH)
