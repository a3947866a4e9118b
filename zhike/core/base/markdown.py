"""Markdown to safe HTML, for what people write; and to plain text, for search and excerpts.

No raw HTML, no pictures from elsewhere (they would tell their owner who reads); links open without a trace back here.
@mentions are left as they are written.
"""

import re
from functools import lru_cache

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_ADDRESS = re.compile(
    r"https?://[^\s<>\"'，。；：！？、（）《》“”]*[^\s<>\"'，。；：！？、（）《》“”.,;:!?()\[\]*_~]/?"
)
_SIGNS = re.compile(r"[\\`*_\[\]<~]|&(?=[\w#])")
_BEGINS = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=#>|]))")
_TASK = re.compile(r"\[( |x|X)\]\s")
_TAGS = frozenset(
    ("a", "b", "br", "hr", "img", "p", "pre", "code", "blockquote", "ol", "ul", "li", "em", "strong", "s", "del",
     "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td")
)  # fmt: skip
_CLEANER = nh3.Cleaner(
    tags=set(_TAGS),
    attributes={
        "a": {"href", "title"},
        "img": {"src", "alt", "title"},
        "ol": {"start"},
        "th": {"align"},
        "td": {"align"},
    },
    attribute_filter=lambda tag, name, value: value if (tag, name) != ("img", "src") or _is_ours(value) else None,
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="noopener nofollow noreferrer",
)


@lru_cache(maxsize=2_048)
def render(text: str) -> SafeString:
    """The text as HTML that may stand in a page as it is. A line break stays one."""
    return mark_safe(_CLEANER.clean(_parser().render(text.replace("\0", ""))).strip())


def plain(text: str) -> str:
    """The words without the marks, one line for each block; links keep their words, pictures their description."""
    blocks = []
    for token in _parser().parse(text.replace("\0", "")):
        if token.type in ("fence", "code_block"):
            blocks.append(token.content.strip())
        elif token.type == "inline":
            blocks.append("".join(_word(child) for child in token.children or []).strip())
    return "\n".join(block for block in blocks if block)


def escaped(text: str) -> str:
    """Plain text as Markdown that reads like it: signs are signs, lines are lines, addresses still become links."""
    return "\n".join(map(_escaped_line, text.split("\n")))


def _escaped_line(line: str) -> str:
    words = _ADDRESS.sub(lambda found: f"\0{found.group()}\0", line.lstrip()).split("\0")
    said = "".join(part if n % 2 else _SIGNS.sub(r"\\\g<0>", part) for n, part in enumerate(words))
    return _BEGINS.sub(r"\1\\", said)


def _word(token: Token) -> str:
    return " " if token.type in ("softbreak", "hardbreak") else token.content


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable(["table", "strikethrough"])
    parser.core.ruler.push("addresses", _link_addresses)
    parser.core.ruler.push("tasks", _draw_tasks)
    parser.core.ruler.push("pictures", _link_foreign_pictures)
    return parser


def _link_addresses(state: StateCore) -> None:
    """A web address written as it is becomes a link."""
    for block in state.tokens:
        if block.type != "inline" or "http" not in block.content:
            continue
        children, depth = [], 0
        for token in block.children or []:
            depth += {"link_open": 1, "link_close": -1}.get(token.type, 0)
            children += _parted(token) if token.type == "text" and not depth else [token]
        block.children = children


def _parted(token: Token) -> list[Token]:
    parts, place = [], 0
    for found in _ADDRESS.finditer(token.content):
        parts.append(Token("text", "", 0, content=token.content[place : found.start()]))
        parts += _link(found.group(), found.group())
        place = found.end()
    return [*parts, Token("text", "", 0, content=token.content[place:])] if parts else [token]


def _draw_tasks(state: StateCore) -> None:
    """A ticked box for "- [x] done"."""
    for before, block in zip(state.tokens[1:], state.tokens[2:], strict=False):
        first = block.children[0] if block.type == "inline" and block.children else None
        if first and before.type == "paragraph_open" and before.level > 1 and (found := _TASK.match(first.content)):
            first.content = ("☐ " if found[1] == " " else "☑ ") + first.content[found.end() :]


def _link_foreign_pictures(state: StateCore) -> None:
    for block in state.tokens:
        children: list[Token] = []
        for token in block.children or []:
            source = str(token.attrs.get("src", ""))
            foreign = token.type == "image" and not _is_ours(source)
            children += _link(source, token.content or source) if foreign else [token]
        block.children = children if block.children else block.children


def _link(address: str, words: str) -> list[Token]:
    opening = Token("link_open", "a", 1, attrs={"href": address})
    return [opening, Token("text", "", 0, content=words), Token("link_close", "a", -1)]


def _is_ours(address: str) -> bool:
    return bool(re.match(r"/(?![/\\])", address))
