"""The questions of a guide, as they are written: one a line, with its choices after bars."""

from dataclasses import dataclass, field

BAR = "|"


@dataclass(frozen=True)
class Question:
    """`choices` are empty where the answer is free text."""

    text: str
    choices: list[str] = field(default_factory=list)


def questions_in(text: str) -> list[Question]:
    """Pure: `How often? | daily | weekly` asks with two choices; lines without words are left out."""
    found = []
    for line in text.replace("｜", BAR).splitlines():
        words, *choices = (part.strip() for part in line.split(BAR))
        if words:
            found.append(Question(words, [one for one in choices if one]))
    return found
