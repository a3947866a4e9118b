"""Bytes of a mail as text, whatever its sender said they are. Pure."""

import codecs
import io
from email.errors import HeaderParseError
from email.header import decode_header

from zhike.core.base.encodings import detect

# What is said is often less than what is meant: the wider set reads the narrower one.
MEANT = {
    "gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs",
    "shift_jis": "cp932", "iso-2022-jp": "iso2022_jp_ext", "euc-kr": "cp949", "ks_c_5601-1987": "cp949",
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "utf-8", "ascii": "utf-8", "unicode-1-1-utf-7": "utf-7",
}  # fmt: skip


def text_of(raw: bytes, charset: str = "") -> str:
    """As its charset says where that fits, else as it looks; never an error, no NUL."""
    for name in (MEANT.get(charset.lower(), charset), "big5" if charset.lower() == "big5" else ""):
        if name and (found := _strictly(raw, name)) is not None:
            return found.replace("\0", "")
    if b"\x1b$" in raw and (found := _strictly(raw, "iso2022_jp_ext")) is not None:
        return found.replace("\0", "")
    name, mark = detect(io.BytesIO(raw))
    return raw[mark:].decode(name or "utf-8", "replace").replace("\0", "")


def header_text(value: str) -> str:
    """A header as it came, in one line: encoded words read, bytes that nobody encoded guessed."""
    if not value.isascii():
        value = text_of(value.encode("utf-8", "surrogateescape"))
    try:
        parts = decode_header(value)
    except (HeaderParseError, ValueError):
        parts = [(value, None)]
    said = "".join(one if isinstance(one, str) else text_of(one, charset or "") for one, charset in parts)
    return " ".join("".join(sign for sign in said if sign.isprintable() or sign.isspace()).split())


def _strictly(raw: bytes, name: str) -> str | None:
    try:
        return raw.decode(codecs.lookup(name).name)
    except (LookupError, UnicodeError):
        return None
