"""What a person reads of a page: its text, and the words that a browser shows or says from attributes."""

from collections.abc import Iterator
from html.parser import HTMLParser

SHOWN = ("aria-label", "placeholder", "title", "alt")
SILENT = frozenset({"script", "style", "kbd", "code", "svg"})
EMPTY = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})


def read(page: str) -> list[str]:
    """Each run of words, in the order of the page; keys, code and references left out."""
    reader = _Reader()
    reader.feed(page)
    return [words for words in (" ".join(said.split()) for said in reader.said) if words]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.open: list[tuple[str, bool]] = []  # each open element, and whether it is left out

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        here = dict(attrs)
        mark = "reference" in (here.get("class") or "").split() or here.get("aria-hidden") == "true"
        quiet = self._quiet or mark or tag in SILENT
        if not quiet or tag == "svg":
            self.said += _attributes(here)
        if tag not in EMPTY:
            self.open.append((tag, quiet))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._quiet:
            self.said.append(data)

    @property
    def _quiet(self) -> bool:
        return bool(self.open) and self.open[-1][1]


def _attributes(here: dict[str, str | None]) -> Iterator[str]:
    for name, value in here.items():
        if value and (name in SHOWN or (name.startswith("data-say-") and not name.endswith("-url"))):
            yield value
