"""People as electronic business cards, vCard 3.0: what telephones, mail programs and WeChat all read.

A masked number is left out, as is what a card has no word for. `UID` is the number in the other system, never ours:
a card travels, and our CT-12 is somebody else's elsewhere.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from zhike.core.base.masking import is_masked
from zhike.core.base.people import split

EXTENSION = "vcf"
MEDIA_TYPE = "text/vcard; charset=utf-8"
_WIDTH = 75  # octets of a line
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def card(told: Mapping[str, Any]) -> str:
    """The card of a contact's values by field: `name`, `client`, `title`, `phones`, `emails`, `wechat`, `tags`,
    `external_id`, `about`; what is not told is left out."""
    return "".join(_folded(line) for line in _lines(told))


def _lines(told: Mapping[str, Any]) -> Iterator[str]:
    name = str(told.get("name") or "")
    family, given = split(name)
    yield from ("BEGIN:VCARD", "VERSION:3.0", f"FN:{_plain(name)}", f"N:{_plain(family)};{_plain(given)};;;")
    client = told.get("client")
    single = {"ORG": getattr(client, "whole", client), "TITLE": told.get("title"), "X-WECHAT": told.get("wechat"),
              "UID": told.get("external_id"), "NOTE": told.get("about")}  # fmt: skip
    yield from (f"{word}:{_plain(str(value))}" for word, value in single.items() if value)
    yield from (f"TEL;TYPE=WORK,VOICE:{one}" for one in _open(told.get("phones")))
    yield from (f"EMAIL;TYPE=INTERNET:{_plain(one)}" for one in _open(told.get("emails")))
    if tags := told.get("tags"):
        yield f"CATEGORIES:{','.join(map(_plain, tags))}"
    yield "END:VCARD"


def _open(values: Iterable[str] | None) -> list[str]:
    return [one for one in values or () if not is_masked(one)]


def _plain(text: str) -> str:
    return text.translate(_ESCAPED)


def _folded(line: str) -> str:
    """Lines of at most 75 octets, parted between signs; those that go on begin with a blank."""
    made, width = [""], 0
    for sign in line:
        octets = len(sign.encode())
        if width + octets > _WIDTH:
            made.append(" ")
            width = 1
        made[-1] += sign
        width += octets
    return "\r\n".join(made) + "\r\n"
