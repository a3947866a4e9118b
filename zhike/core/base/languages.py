"""Words that are kept, where the record of what happened must be read in any language."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, override


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
