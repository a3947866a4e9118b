"""In which language somebody is spoken to; and words that are kept to be read in any."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, override

LANGUAGES = {"zh": "zh-hans", "en": "en"}  # of a person, as the program calls it


def language_for(person: Any) -> str:
    """What they chose, else the installation's: `zh-hans` or `en`. Of somebody at a client, one of us, or nobody."""
    chosen = getattr(person, "language", "") or ""
    chosen = LANGUAGES.get(chosen, chosen)
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def other_than(language: str | None) -> str:
    """The other one of the two."""
    return next(one for one in LANGUAGES.values() if one != language)


def in_each(say: Callable[[], object]) -> dict[str, str]:
    """What is said in each language, by its code."""
    found = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            found[code] = str(say())
    return found


def in_readers(kept: Any) -> str:
    """What `in_each` kept, in the reader's language, also as the `words` of {id, text}; kept as words, as it stands."""
    if not isinstance(kept, dict):
        return str(kept or "")
    said = kept.get("words", kept)
    return str(said.get(get_language() or "en") or kept.get("text") or next(iter(said.values()), ""))
