"""What a file really is, told by its content; which kinds are taken, and under which name they are kept."""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import BinaryIO, NamedTuple
from zipfile import BadZipFile, ZipFile

import filetype
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from zhike.core.base import encodings

HEAD = 8_192
DOWNLOAD = "application/octet-stream"
_OFFICE = "application/vnd.openxmlformats-officedocument."
_TEXTS = MappingProxyType(
    {
        "txt": "text/plain", "log": "text/plain", "md": "text/markdown", "csv": "text/csv",
        "tsv": "text/tab-separated-values", "json": "application/json", "xml": "application/xml",
        "eml": "message/rfc822", "ics": "text/calendar", "vcf": "text/vcard", "svg": "image/svg+xml",
        "html": "text/html", "rtf": "application/rtf",
    }
)  # fmt: skip
_OLD_OFFICE = MappingProxyType(
    {
        "doc": "application/msword", "xls": "application/vnd.ms-excel", "ppt": "application/vnd.ms-powerpoint",
        "msg": "application/vnd.ms-outlook", "wps": "application/vnd.ms-works", "mpp": "application/vnd.ms-project",
    }
)  # fmt: skip
_IN_ZIP = (
    ("word/", "docx", _OFFICE + "wordprocessingml.document"),
    ("xl/", "xlsx", _OFFICE + "spreadsheetml.sheet"),
    ("ppt/", "pptx", _OFFICE + "presentationml.presentation"),
)
_OPEN_OFFICE = MappingProxyType({"text": "odt", "spreadsheet": "ods", "presentation": "odp"})
ALLOWED = frozenset(
    ("png", "jpg", "gif", "webp", "heic", "avif", "bmp", "tif", "ico", "pdf", "docx", "xlsx", "pptx", "odt", "ods",
     "odp", "mp3", "m4a", "wav", "ogg", "amr", "flac", "aac", "mp4", "mov", "webm", "m4v", "avi", "zip", "7z", "rar",
     "gz", *_TEXTS, *_OLD_OFFICE)
)  # fmt: skip
# Shown in the page by the browser itself; everything else is only ever downloaded.
INLINE = frozenset(
    ("png", "jpg", "gif", "webp", "pdf", "txt", "log", "md", "csv", "mp3", "m4a", "wav", "ogg", "mp4", "webm")
)
_SAME: Mapping[str, str] = MappingProxyType(
    {"jpeg": "jpg", "jpe": "jpg", "tiff": "tif", "htm": "html", "text": "txt", "heif": "heic"}
)
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_MARKUP = (
    ("svg", re.compile(r"(?is)^\s*(?>(?:<\?.*?\?>|<!--.*?-->|<!doctype svg.*?>)\s*)*+<(?:svg:)?svg[\s>/]")),
    ("html", re.compile(r"<(?:!doctype html|html|head|body|script|iframe)\b", re.IGNORECASE)),
    ("xml", re.compile(r"^\s*<\?xml\b")),
)
_MAIL = re.compile(
    r"^(?:(?:received|return-path|from|to|date|message-id|mime-version|subject|delivered-to|x-[\w-]+):.*\r?\n"
    r"(?:[ \t].*\r?\n)*){3}",
    re.IGNORECASE,
)


class Kind(NamedTuple):
    """A kind of file: its usual extension without dot, its media type, whether a browser may show it in the page.

    What is not inline is served as `served_as` with Content-Disposition: attachment.
    """

    extension: str
    media_type: str

    @property
    def inline(self) -> bool:
        return self.extension in INLINE

    @property
    def is_picture(self) -> bool:
        """Whether a page may show it by <img>; SVG may hold scripts and is none."""
        return self.extension in ("png", "jpg", "gif", "webp")

    @property
    def served_as(self) -> str:
        """The media type to answer with: nothing that a browser would run."""
        if self.extension in ("txt", "log", "md", "csv"):
            return "text/plain; charset=utf-8"
        return self.media_type if self.inline else DOWNLOAD


def kind(stream: BinaryIO, name: str = "") -> Kind:
    """Told by the content; the name decides only between kinds of text and of old Office files. "" when not known."""
    stream.seek(0)
    head = stream.read(HEAD)
    extension = extension_of(name)
    if head.startswith(b"PK\x03\x04"):
        return _zipped(stream)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Kind(extension, _OLD_OFFICE[extension]) if extension in _OLD_OFFICE else Kind("", DOWNLOAD)
    if head.startswith((b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"#!", b"dex\n")):
        return Kind("exe", DOWNLOAD)
    if not _reads_as_text(head) and (found := filetype.guess(head)):
        return Kind(_SAME.get(found.extension, found.extension), found.mime)
    return _text(stream, head, extension)


def checked(stream: BinaryIO, name: str, limit: int) -> Kind:
    """The kind of a file which may be taken; `limit` in bytes. Leaves the stream at its start.

    Raises ValidationError: empty, too large, not of a kind that is taken, or a picture which is none.
    """
    size = stream.seek(0, 2)
    if not size:
        raise ValidationError(_("The file is empty."), code="file_empty")
    if size > limit:
        message = _("The file has %(size)s MB; at most %(limit)s MB are taken. Send a link to it instead.")
        told = {"size": f"{size / 2**20:.1f}", "limit": limit // 2**20}
        raise ValidationError(message, code="file_large", params=told)
    found, claimed = kind(stream, name), extension_of(name)
    stream.seek(0)
    if found.extension not in ALLOWED:
        message = _(
            "Files of this kind are not taken, as they could do harm or cannot be told. Put it into a ZIP file."
        )
        raise ValidationError(message, code="file_kind")
    if claimed in ("png", "jpg", "gif", "webp", "pdf") and not (found.is_picture or found.extension == claimed):
        message = _(
            "This is called .%(claimed)s, but its content is something else (%(found)s). Save it anew and try again."
        )
        raise ValidationError(message, code="file_claim", params={"claimed": claimed, "found": found.extension})
    return found


def safe_name(name: str, most: int = 120) -> str:
    """A name that is safe in any file system, header and page: no folders, no controls, the extension kept."""
    base = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(sign for sign in base if unicodedata.category(sign)[0] != "C")
    plain = re.sub(r'[<>:"|?*\s]+', " ", seen).strip(" .")
    if not plain.strip(". "):
        return "file"
    if _RESERVED.match(plain):
        plain = "_" + plain
    stem, dot, extension = plain.rpartition(".")
    if not dot or not stem or len(extension) > 10:
        return _cut(plain, most)
    return f"{_cut(stem, most - len(extension.encode()) - 1)}.{extension}"


def extension_of(name: str) -> str:
    """Small, without dot, jpeg as jpg; "" when there is none."""
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    return _SAME.get(extension, extension)


def _reads_as_text(head: bytes) -> bool:
    """Else a text that begins with "BM" would be told as a picture. PDF and RTF begin as text, too."""
    return not (re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", head) or head.startswith((b"%PDF-", b"{\\rtf")))


def _zipped(stream: BinaryIO) -> Kind:
    stream.seek(0)
    try:
        with ZipFile(stream) as packed:
            names = packed.namelist()
            if "mimetype" in names and packed.getinfo("mimetype").file_size < 100:
                media_type = packed.read("mimetype").decode("ascii", "replace").strip()
                return Kind(_OPEN_OFFICE.get(media_type.rpartition(".")[2], "zip"), media_type)
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return Kind("", DOWNLOAD)
    for folder, extension, media_type in _IN_ZIP if "[Content_Types].xml" in names else ():
        if any(name.startswith(folder) for name in names):
            macros = any(name.endswith("vbaProject.bin") for name in names)
            return Kind("", DOWNLOAD) if macros else Kind(extension, media_type)
    runs = any(name in ("AndroidManifest.xml", "META-INF/MANIFEST.MF") for name in names)
    return Kind("", DOWNLOAD) if runs else Kind("zip", "application/zip")


def _text(stream: BinaryIO, head: bytes, extension: str) -> Kind:
    encoding, start = encodings.detect(stream)
    if encoding in ("", "utf-32"):
        return Kind("", DOWNLOAD)
    text = head[start:].decode(encoding, "replace")
    if re.search(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]", text):
        return Kind("", DOWNLOAD)
    for known, pattern in _MARKUP:
        if pattern.search(text) and extension not in ("txt", "md", "csv", "eml", "json", "log"):
            return Kind(known, _TEXTS[known])
    if text.startswith("{\\rtf"):
        return Kind("rtf", _TEXTS["rtf"])
    if _MAIL.match(text):
        return Kind("eml", _TEXTS["eml"])
    known = extension if extension in _TEXTS and extension not in ("svg", "html", "rtf", "eml") else "txt"
    return Kind(known, _TEXTS[known])


def _cut(text: str, most: int) -> str:
    """At most so many bytes of UTF-8, whole signs."""
    return text.encode()[: max(most, 1)].decode(errors="ignore").rstrip(" .") or "file"
