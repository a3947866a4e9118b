"""Electronic business cards (.vcf, versions 2.1 to 4.0) as a table: one row for each person.

What programs write is read, also where it is no more than near the standard: lines folded or not, quoted-printable with
a character set of its own, groups (`item1.TEL`), types without names. Photos and keys are passed over.

Source: RFC 2426 (3.0), RFC 6350 (4.0), vCard 2.1 of the versit consortium.
"""

import quopri
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from zhike.core.base import encodings
from zhike.core.base import phones as phones_of
from zhike.core.base.lines import Place
from zhike.core.base.people import is_chinese
from zhike.core.base.regions import code_of
from zhike.core.base.tables import Row, Table

ENCODING = "vcf"
_BEGIN = re.compile(rb"\s*BEGIN:VCARD\s", re.IGNORECASE)
_LINE_END = re.compile(rb"\r\n|\n|\r")
_APART = re.compile(r"(?<!\\)((?:\\\\)*),")
_NO_VOICE = {"fax", "pager", "modem", "bbs"}
_PASSED_OVER = {"photo", "logo", "sound", "key", "agent"}


class Said(NamedTuple):
    """One property of a card: `types` are small, `value` is decoded but not yet taken apart."""

    name: str
    types: frozenset[str]
    value: str


@dataclass(frozen=True)
class Cards(Table):
    """The cards of a file. Their number is the place where to go on."""

    def rows(self, after: Place | None = None) -> Iterator[Row]:
        """Every card, or those behind `after`. The file is held in memory."""
        start = (after or self.first).number
        for number, (line, values, problem) in enumerate(islice(_read(self.source), start, None), start + 1):
            yield Row(number, line, values, problem, Place(number, line, number))


def is_cards(source: Path | bytes) -> bool:
    if isinstance(source, bytes):
        return bool(_BEGIN.match(_unmarked(source[:40])))
    with source.open("rb") as stream:
        return bool(_BEGIN.match(_unmarked(stream.read(40))))


def read(source: Path | bytes) -> Cards:
    """A card that cannot be read carries its problem; the others are taken."""
    return Cards(source, ENCODING, ",", 1, columns(), Place(0, 0, 0))


def columns() -> tuple[str, ...]:
    firm, person = (_("Company"), _("Job title")), (_("Phone"), _("E-mail"), _("WeChat ID"))
    return (_("Name"), *firm, *person, _("Tags"), _("External ID"), _("About"))


def _read(source: Path | bytes) -> list[tuple[int, list[str], str]]:
    """Line, values and problem of each card."""
    stamp = 0 if isinstance(source, bytes) else source.stat().st_mtime_ns
    return _read_whole(source, stamp)


@lru_cache(maxsize=1)
def _read_whole(source: Path | bytes, _stamp: int) -> list[tuple[int, list[str], str]]:
    data = source if isinstance(source, bytes) else source.read_bytes()
    encoding, start = encodings.detect(BytesIO(data))
    if encoding.startswith("utf-16"):
        data, encoding, start = data[start:].decode(encoding).encode(), "utf-8", 0
    return list(_cards(data[start:], encoding or "utf-8"))


def _cards(data: bytes, encoding: str) -> Iterator[tuple[int, list[str], str]]:
    begun, found, problem = 0, list[Said](), ""
    for line, said in _properties(data, encoding):
        here = said.value.strip().lower() == "vcard"
        if said.name == "begin" and here:
            if begun:
                yield begun, _values(found), _("This card has no end.")
            begun, found, problem = line, [], ""
        elif said.name == "end" and here:
            yield begun or line, _values(found), problem if begun else _("This card has no beginning.")
            begun, found = 0, []
        elif not said.name:
            problem = said.value
        elif begun:
            found.append(said)
    if begun:
        yield begun, _values(found), _("This card has no end.")


def _properties(data: bytes, encoding: str) -> Iterator[tuple[int, Said]]:
    for line, raw in _unfolded(data):
        head, colon, value = _parted(raw)
        if not colon:
            continue
        name, *told = head.split(";")
        types, named = set[str](), dict[str, str]()
        for one in told:
            key, equals, said = one.partition("=")
            if equals and key.strip().lower() != "type":
                named[key.strip().lower()] = said.strip().strip('"').lower()
            else:
                types |= {word.strip().strip('"').lower() for word in (said if equals else key).split(",")}
        name = name.rpartition(".")[2].strip().lower()
        if name in _PASSED_OVER or (named.get("encoding") or "") in {"b", "base64"} or "base64" in types:
            continue
        quoted = "quoted-printable" in types or named.get("encoding") == "quoted-printable"
        text = _decoded(value, quoted, named.get("charset", ""), encoding)
        if text is None:
            yield line, Said("", frozenset(), _("Line %(line)s is broken: its bytes are no text.") % {"line": line})
        else:
            yield line, Said(name, frozenset(types), text)


def _unfolded(data: bytes) -> Iterator[tuple[int, bytes]]:
    """(number, line) with folded and softly broken lines put together."""
    held, begun = b"", 0
    for number, line in enumerate(_LINE_END.split(data), start=1):
        soft = held.endswith(b"=") and b"QUOTED-PRINTABLE" in held.partition(b":")[0].upper()
        if soft:
            held = held[:-1] + line.lstrip(b" \t")
        elif held and line[:1] in (b" ", b"\t"):
            held += line[1:]
        else:
            if held:
                yield begun, held
            held, begun = line, number
    if held:
        yield begun, held


def _parted(raw: bytes) -> tuple[str, bytes, bytes]:
    """Head and value: the first colon outside quotation marks parts them."""
    quoted = False
    for place, sign in enumerate(raw):
        if sign == 0x22:
            quoted = not quoted
        elif sign == 0x3A and not quoted:
            return raw[:place].decode("ascii", "replace"), b":", raw[place + 1 :]
    return "", b"", raw


def _decoded(value: bytes, quoted: bool, told: str, encoding: str) -> str | None:
    """In the character set it names, else in that of the file or what it looks like."""
    plain = quopri.decodestring(value) if quoted else value
    for one in [told] if told else ["utf-8", encoding, encodings.detect(BytesIO(plain))[0]]:
        with suppress(UnicodeDecodeError, LookupError):
            return plain.decode(one or "utf-8").replace("\r\n", "\n")
    return None


def _values(card: list[Said]) -> list[str]:
    """In the order of `columns`."""
    firm, *_units = _parts(_first(card, "org")) or [""]
    title = _plain(_first(card, "title") or _first(card, "role"))
    numbers = [one.value.removeprefix("tel:") for one in card if one.name == "tel" and not one.types & _NO_VOICE]
    phones = [_of_region(_plain(number), _region(card)) for number in numbers]
    mails = [_plain(one.value) for one in card if one.name == "email"]
    tags = [_plain(tag) for one in card if one.name == "categories" for tag in _several(one.value)]
    notes = [_plain(one.value) for one in card if one.name == "note"]
    return [_name(card), firm, title, _lines(phones), _lines(mails), _wechat(card), _lines(tags),
            _plain(_first(card, "uid")).removeprefix("urn:uuid:"), _lines(notes)]  # fmt: skip


def _name(card: list[Said]) -> str:
    """As the card says it whole, without Mr. and Jr.; 陈 and 岚 give 陈岚, in whatever order the whole stands."""
    family, given, *more = [*_parts(_first(card, "n")), "", "", "", "", ""][:5]
    if family and given and is_chinese(family + given):
        return family + given
    whole = _plain(_first(card, "fn")).strip()
    for prefix in filter(None, more[1].split(",")):
        whole = whole.removeprefix(prefix.strip()).strip()
    for suffix in filter(None, more[2].split(",")):
        whole = whole.removesuffix(suffix.strip()).strip(" ,")
    return whole or " ".join(part for part in (given, family) if part) or _plain(_first(card, "nickname"))


def _region(card: list[Said]) -> str:
    """The country of its addresses; nothing where they name none, or several."""
    named = {code_of("".join(_parts(one.value)[6:7])) for one in card if one.name == "adr"} - {""}
    return named.pop() if len(named) == 1 else ""


def _of_region(number: str, region: str) -> str:
    """A number of the country, however it is written there; any other stays as it stands."""
    with suppress(ValidationError):
        return phones_of.parse(number, region) if region else number
    return number


def _wechat(card: list[Said]) -> str:
    for one in card:
        kind, colon, said = one.value.partition(":")
        if one.name == "impp" and colon and kind.lower() in {"wechat", "weixin"}:
            return _plain(said)
        if one.name in {"x-wechat", "x-weixin"}:
            return _plain(one.value)
    return ""


def _first(card: list[Said], name: str) -> str:
    return next((one.value for one in card if one.name == name and one.value.strip()), "")


def _parts(value: str) -> list[str]:
    """What semicolons part."""
    return [_plain(part).strip() for part in re.split(r"(?<!\\);", value)] if value else []


def _several(value: str) -> list[str]:
    return _APART.sub("\\1\n", value).split("\n")


def _plain(value: str) -> str:
    """Without the backslashes of the standard."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value).strip()


def _lines(found: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(one for one in found if one))


def _unmarked(head: bytes) -> bytes:
    """The beginning without a byte order mark; of UTF-16 each second byte."""
    head = head.removeprefix(b"\xef\xbb\xbf")
    return head[2:].replace(b"\0", b"") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head
