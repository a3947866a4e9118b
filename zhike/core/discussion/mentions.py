"""Who is meant by `@Name` in a text. Pure, but for `resolved`, which asks who sees the record."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from zhike.core.record.seeing import those_who_see

AT = re.compile(r"(?<![A-Za-z0-9._%+-])[@＠]")
TAG = re.compile(r"(<[^>]*>)")


@dataclass(frozen=True)
class Mentions:
    """`seeing` are told; `blind` are meant but may not see the record; `unclear` names fit several people."""

    seeing: list[Any] = field(default_factory=list)
    blind: list[Any] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)


def resolved(text: str, record: Any) -> Mentions:
    """The staff at work whom the text mentions."""
    if not AT.search(text):
        return Mentions()
    named, unclear = people_in(text, apps.get_model("access.User").objects.at_work())
    seeing = those_who_see(record, named)
    return Mentions(seeing, [person for person in named if person not in seeing], unclear)


def people_in(text: str, staff: Iterable[Any]) -> tuple[list[Any], list[str]]:
    """(those named, names that fit several), each once, in the order of the text.

    A whole name counts, and a part of one where it is nobody else's: "@Lena 林娜", "@Lena", "@林娜".
    """
    names = _names(staff)
    found: dict[int, Any] = {}
    unclear: dict[str, None] = {}
    for at in AT.finditer(text):
        if name := _longest(text[at.end() :].casefold(), names):
            people = names[name]
            if len(people) == 1:
                found[people[0].pk] = people[0]
            else:
                unclear[text[at.end() : at.end() + len(name)]] = None
    return list(found.values()), list(unclear)


def _names(staff: Iterable[Any]) -> dict[str, list[Any]]:
    whole: dict[str, list[Any]] = defaultdict(list)
    parts: dict[str, list[Any]] = defaultdict(list)
    for person in staff:
        whole[person.name.casefold()].append(person)
        for part in set(person.name.casefold().split()) - {person.name.casefold()}:
            parts[part].append(person)
    return parts | whole


def _longest(text: str, names: Iterable[str]) -> str:
    fitting = [name for name in names if text.startswith(name) and _ends(text, name)]
    return max(fitting, key=len, default="")


def _ends(text: str, name: str) -> bool:
    """Latin names end at the end of the word; Chinese is written on without a space."""
    following = text[len(name) : len(name) + 1]
    return not (following.isascii() and (following.isalnum() or following == "_") and name[-1].isascii())


def marked(html: SafeString, people: Iterable[Any]) -> SafeString:
    """The rendered text with the mentions of these people marked."""
    names = {str(escape(name)) for person in people for name in (person.name, *person.name.split())}
    if not names:
        return html
    wanted = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    mention = re.compile(f"{AT.pattern}(?:{wanted})", re.IGNORECASE)
    parts = TAG.split(html)
    parts[::2] = [
        mention.sub(lambda found: f'<span class="mention">{found.group()}</span>', part) for part in parts[::2]
    ]
    return mark_safe("".join(parts))
