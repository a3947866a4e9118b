"""Which of two wordings is the Chinese one, and whether a wording is still the one that was read."""

import re
from hashlib import sha256

from zhike.agreements.words.sentences import is_chinese

HAN = re.compile(r"[\u3400-\u9fff]")


def mark_of(text: str) -> str:
    """Changes with the words, not with how lines end."""
    return sha256("\n".join(line.rstrip() for line in text.strip().splitlines()).encode()).hexdigest()[:16]


def languages_of(text: str, twin: str) -> tuple[str, str] | None:
    """Of both, "zh" or "en": the one with the larger share of Chinese signs is the Chinese one. None: no telling."""
    shares = [len(HAN.findall(one)) / max(len(one.replace(" ", "")), 1) for one in (text, twin)]
    if shares[0] == shares[1] or is_chinese(text) == is_chinese(twin):
        return None
    return ("zh", "en") if shares[0] > shares[1] else ("en", "zh")
