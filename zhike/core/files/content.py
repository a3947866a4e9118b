"""Whether a file's name says the same as its content, and what a browser may be given to show."""

from typing import BinaryIO, NamedTuple

from zhike.core.base import encodings, files
from zhike.core.base.files import extension_of

_WRITTEN = {"txt", "log", "md", "csv", "tsv", "json", "xml", "eml", "ics", "vcf", "svg", "html"}
_HARMLESS = _WRITTEN - {"svg", "html"}
_SOUNDS = {"mp3", "m4a", "wav", "ogg", "amr", "flac", "aac", "mp4", "mov", "webm", "m4v", "avi", "3gp", "mkv", ""}
_OFFICE = ("docx", "xlsx", "pptx", "odt", "ods", "odp")
_PACKED = {"zip", "rar", "7z", "gz", "tar", "bz2", "xz", *_OFFICE, ""}
# What an ending promises; pictures are often called by each other's name, and "" is what content does not tell.
_EXPECTED: dict[str, set[str]] = {
    **{name: {"png", "apng", "jpg", "gif", "webp"} for name in ("png", "jpg", "gif", "webp")},
    "pdf": {"pdf"},
    **{name: {name, "zip", ""} for name in _OFFICE},
    **{name: {name, "rtf", "zip"} for name in ("doc", "xls", "ppt", "wps")},
    **dict.fromkeys(("txt", "log", "csv", "tsv"), _HARMLESS),
    **dict.fromkeys(("md", "json", "xml", "svg", "html", "js", "css"), _WRITTEN),
    **dict.fromkeys(("mp3", "m4a", "wav", "ogg", "mp4", "mov", "webm", "m4v", "avi"), _SOUNDS),
    **dict.fromkeys(("zip", "rar", "7z", "gz"), _PACKED),
}
_PICTURES = {"image/png", "image/apng", "image/jpeg", "image/gif", "image/webp"}
_READ_AS_TEXT = {"text/plain", "text/markdown", "text/csv"}
_TEXT_ENDINGS = {"txt", "log", "md", "csv"}


class Content(NamedTuple):
    """`type` is the media type, with `; charset=` where it is text; `fits` whether the name promises it."""

    type: str
    fits: bool


def content_of(stream: BinaryIO, name: str) -> Content:
    """Told by the content. Leaves the stream at its start."""
    kind = files.kind(stream, name)
    expected = _EXPECTED.get(extension_of(name))
    charset = encodings.detect(stream)[0] if kind.media_type in _READ_AS_TEXT else ""
    stream.seek(0)
    return Content(
        f"{kind.media_type}; charset={charset}" if charset else kind.media_type,
        expected is None or kind.extension in expected,
    )


def shown_as(name: str, content_type: str) -> str:
    """The media type under which a browser may show it: pictures, PDF, plain text. "" for what is only handed over."""
    kind, _semicolon, charset = content_type.partition(";")
    if kind in _PICTURES or kind == "application/pdf":
        return kind
    if kind in _READ_AS_TEXT and extension_of(name) in _TEXT_ENDINGS:
        return f"text/plain;{charset}"
    return ""
