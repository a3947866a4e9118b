"""The HTML of a mail: cleaned, to be shown as it came, and as text. Pure."""

import re
from html.parser import HTMLParser

import nh3

BLOCKS = frozenset(
    ("p", "div", "br", "tr", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "hr", "pre", "blockquote",
     "section", "article", "header", "footer")
)  # fmt: skip
UNREAD = frozenset(("style", "script", "title", "head"))
_TAGS = (nh3.ALLOWED_TAGS | {"font", "center"}) - {"img", "map", "area", "video", "audio"}
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes={"a": {"href", "title"}, "td": {"align", "colspan", "rowspan"}, "th": {"align", "colspan", "rowspan"}},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="noopener nofollow noreferrer",
)


def cleaned(page: str) -> str:
    """Without scripts, styles, forms and pictures: those from elsewhere would tell who reads, and when."""
    return _CLEANER.clean(page.replace("\0", ""))


def text_of_page(page: str) -> str:
    """Its words, a line for each block; what it quotes behind `>`."""
    reading = _Reading()
    reading.feed(page.replace("\0", ""))
    reading.close()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(reading.lines())).strip()


class _Reading(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.done: list[tuple[int, str]] = []
        self.line, self.depth, self.unread = "", 0, 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self._end_line()
        self.depth += tag == "blockquote"
        self.unread += tag in UNREAD
        if tag == "li":
            self.line = "- "

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self._end_line(blank=tag in ("p", "blockquote", "table"))
        self.depth = max(0, self.depth - (tag == "blockquote"))
        self.unread = max(0, self.unread - (tag in UNREAD))

    def handle_data(self, data: str) -> None:
        if not self.unread:
            words = re.sub(r"[\s\xa0]+", " ", data)
            self.line += words.lstrip() if not self.line else words

    def lines(self) -> list[str]:
        self._end_line()
        return [f"{'>' * depth} {line}" if depth and line else line for depth, line in self.done]

    def _end_line(self, blank: bool = False) -> None:
        if self.line.strip():
            self.done.append((self.depth, self.line.strip()))
        if blank and self.done and self.done[-1][1]:
            self.done.append((self.depth, ""))
        self.line = ""
