"""What stands in the blanks of a snippet. Pure."""

import re
from collections.abc import Iterable, Mapping

BLANKS = ("contact", "client", "me")
BLANK = re.compile(r"\{\s*(\w+)\s*\}")


def filled(text: str, values: Mapping[str, str]) -> str:
    """With each blank that `values` knows; one that has nothing to say stays, so that the writer sees it."""
    return BLANK.sub(lambda found: values.get(found[1]) or found[0], text)


def unknown(texts: Iterable[str]) -> list[str]:
    """Blanks that nobody fills, each once."""
    asked = [found[1] for text in texts for found in BLANK.finditer(text)]
    return [one for one in dict.fromkeys(asked) if one not in BLANKS]


def in_language(language: str, english: str, chinese: str) -> str:
    """The text in that language (`en`, `zh-hans`); the other one where there is none."""
    return (chinese or english) if language.startswith("zh") else (english or chinese)
