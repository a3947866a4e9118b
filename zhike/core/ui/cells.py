"""Small pieces of safe HTML, for Python that writes rows: each takes plain values and escapes them."""

import re
from functools import lru_cache
from typing import Any, Literal

from django.utils.html import conditional_escape, escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from zhike.core.ui.assets import asset_url
from zhike.core.ui.marks import hue, initials, seal_mark

Size = Literal["", "small", "large"]
Signal = Literal["", "good", "watch", "bad", "accent", "outline"]


def icon(name: str, size: Size = "", label: str = "") -> SafeString:
    """An icon of the sprite. With a label it is read out, without it is silent."""
    return _icon(asset_url("icons.svg"), name, size, str(label))


@lru_cache(maxsize=1024, typed=True)
def _icon(sprite: str, name: str, size: str, label: str) -> SafeString:
    spoken = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="icon{}" {}><use href="{}#{}"></use></svg>', f" {size}" if size else "", spoken, sprite, name
    )


def seal(client: Any, size: Size = "") -> SafeString:
    """A client's square seal. Takes anything with `pk` and `name` (or `short_name`)."""
    name = getattr(client, "short_name", "") or getattr(client, "name", None) or str(client)
    return seal_of(getattr(client, "pk", None), name, size)


@lru_cache(maxsize=4096)
def seal_of(identity: int | None, name: str, size: Size = "") -> SafeString:
    return format_html(
        '<span class="seal{}" data-hue="{}" aria-hidden="true">{}</span>',
        f" {size}" if size else "", hue(identity), seal_mark(name),
    )  # fmt: skip


def avatar(person: Any, size: Size = "") -> SafeString:
    """A person's round mark. Takes a name, or anything with `name`."""
    return _avatar(_name(person), size)


def who(person: Any, size: Size = "") -> SafeString:
    """Mark and name of a person; a dash for nobody."""
    if not person:
        return nothing()
    return format_html('<span class="who">{}{}</span>', avatar(person, size), _name(person))


@lru_cache(maxsize=4096)
def _avatar(name: str, size: str) -> SafeString:
    return format_html(
        '<span class="avatar{}" aria-hidden="true">{}</span>', f" {size}" if size else "", initials(name)
    )


def _name(person: Any) -> str:
    return person if isinstance(person, str) else getattr(person, "name", None) or str(person)


def badge(words: Any, signal: Signal = "", icon_name: str = "") -> SafeString:
    """A word about a state. A signal only where it asks for something; "outline" for a rank."""
    return _badge(words if isinstance(words, str) else str(words), signal, icon(icon_name) if icon_name else "")


@lru_cache(maxsize=1024, typed=True)
def _badge(words: str, signal: str, mark: str) -> SafeString:
    kind = mark_safe(' outline"') if signal == "outline" else mark_safe('"')
    told = format_html(' data-signal="{}"', signal) if signal and signal != "outline" else ""
    return format_html('<span class="badge{}{}>{}{}</span>', kind, told, mark, words)


def health(state: str, words: Any) -> SafeString:
    """Shape and word: state is "good", "watch", "bad" or "unknown"."""
    return format_html('<span class="health" data-health="{}">{}</span>', state, words)


def cord(knots: list[str], words: str, size: Size = "") -> SafeString:
    """Promises on a cord, oldest first: each "kept", "late", "broken" or "open". `words` says the same aloud."""
    marks = format_html_join("", '<i class="{}"></i>', ((knot,) for knot in knots))
    return format_html(
        '<span class="cord{}" role="img" aria-label="{}">{}</span>', f" {size}" if size else "", words, marks
    )


def reference(words: str) -> SafeString:
    return format_html('<span class="reference">{}</span>', words)


def link(words: Any, url: str, kind: str = "") -> SafeString:
    """Plain inside a table's row header, `kind="link"` in running text."""
    return format_html('<a{} href="{}">{}</a>', format_html(' class="{}"', kind) if kind else "", url, words)


def muted(words: Any) -> SafeString:
    return format_html('<span class="muted">{}</span>', words)


def nothing() -> SafeString:
    """What an empty cell shows: a dash, silent to a screen reader but for the word."""
    return _nothing(get_language())


@lru_cache(maxsize=8)
def _nothing(_language: str | None) -> SafeString:
    return format_html(
        '<span class="muted"><span aria-hidden="true">–</span><span class="hidden">{}</span></span>', gettext("none")
    )


def progress(value: int, of: int, words: str) -> SafeString:
    """A bar of the browser's own; `words` names it."""
    return format_html(
        '<progress max="{}" value="{}" aria-label="{}">{}%</progress>', of, value, words, _percent(value, of)
    )


def _percent(value: int, of: int) -> int:
    return round(100 * value / of) if of else 0


def highlighted(text: str, terms: list[str]) -> SafeString:
    """The text with each of the terms marked, whatever its case. Escapes both."""
    wanted = [re.escape(term) for term in sorted(terms, key=len, reverse=True) if term]
    if not wanted:
        return conditional_escape(text)
    parts = re.split(f"({'|'.join(wanted)})", text, flags=re.IGNORECASE)
    return mark_safe(
        "".join(f"<mark>{escape(part)}</mark>" if odd % 2 else escape(part) for odd, part in enumerate(parts))
    )
