"""Who of the people we know a speaker of a copied chat is. Pure: works on what it is given."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

OURSELVES = {"我", "me", "you", "你", "myself", "本人"}
PARTS = re.compile(r"[-—–_@·|/()（）\[\]【】<>~\s]+")


def matched(speaker: str, *, contacts: Iterable[Any], staff: Iterable[Any], me: Any, known: Mapping[str, Any]) -> Any:
    """The contact or member of staff; None where nobody fits, or more than one.

    `known` is what was chosen before for a name. A whole name goes before a form of address, that before a part of a
    name ("晴川-陈岚", "Clara").
    """
    said = _plain(speaker)
    if said in known:
        return known[said]
    if said in OURSELVES:
        return me
    people = [*contacts, *staff]
    for names in (_whole, _called, _parts):
        found = [person for person in people if {said, *map(_plain, PARTS.split(speaker))} & names(person)]
        if len(found) == 1:
            return found[0]
        if found:
            return None
    return None


def _whole(person: Any) -> set[str]:
    return {_plain(person.name), _plain(getattr(person, "wechat", ""))} - {""}


def _called(person: Any) -> set[str]:
    return {_plain(getattr(person, "form_of_address", ""))} - {""}


def _parts(person: Any) -> set[str]:
    return {_plain(part) for part in PARTS.split(person.name)} - {""}


def plain_name(speaker: str) -> str:
    """As choices for a speaker are remembered."""
    return _plain(speaker)


def _plain(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip().casefold()
