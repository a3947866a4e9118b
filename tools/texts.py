"""Every translatable text in the program's Python and templates, found without GNU gettext."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract

PACKAGE = Path(__file__).resolve().parents[1] / "zhike"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
TEMPLATES = ("*.html", "*.txt")


@cache
def found() -> dict[tuple[str, str], Message]:
    """Texts by (context, text); of a plural, its singular."""
    catalog = Catalog()
    for text, context in _texts():
        flags = {"python-format"} if "%(" in str(text) else set()
        catalog.add(text, context=context, flags=flags)
    return {key(message): message for message in catalog if message.id}


def key(message: Message) -> tuple[str, str]:
    text = message.id[0] if isinstance(message.id, list | tuple) else message.id
    return message.context or "", text


def _texts() -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if "tests" not in path.parts and "migrations" not in path.parts:
            yield from _extracted(path.read_bytes())
    for pattern in TEMPLATES:
        for path in sorted(PACKAGE.rglob(f"templates/**/{pattern}")):
            yield from _extracted(_as_python(path))


def _extracted(source: bytes) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    for _line, text, _comments, context in extract("python", BytesIO(source), KEYWORDS, (), {"encoding": "utf-8"}):
        yield text, context


def _as_python(template: Path) -> bytes:
    from django.conf import settings
    from django.utils.translation.template import templatize

    if not settings.configured:
        settings.configure()
    return templatize(template.read_text(encoding="utf-8"), origin=template.name).encode()
