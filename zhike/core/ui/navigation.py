"""Where a page can lead: each area registers its own places, at start-up."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise


@dataclass(frozen=True, kw_only=True)
class NavItem:
    """A place in the sidebar. `count` gives a number to show for this request, or None.

    `tab` puts it under the thumb on a phone; `key` opens it after `g`; `may` hides it from those it is not for. Places
    of one `group` stand together under its words, after those of none.
    """

    name: str
    label: str | Promise
    url_name: str
    icon: str
    order: int = 50
    count: Callable[[HttpRequest], int | None] | None = None
    may: Callable[[Any], bool] | None = None
    tab: bool = False
    key: str = ""
    group: str | Promise = ""


@dataclass(frozen=True)
class ViewLink:
    """A saved view of the person's, as the sidebar shows it."""

    label: str
    url: str
    icon: str = "star"


_items: dict[str, NavItem] = {}
_views: list[Callable[[HttpRequest], Iterable[ViewLink]]] = []
_unread: list[Callable[[HttpRequest], int]] = []


def register(item: NavItem) -> NavItem:
    _items[item.name] = item
    return item


def items() -> Sequence[NavItem]:
    return sorted(_items.values(), key=lambda item: (bool(item.group), item.order))


def views_from(source: Callable[[HttpRequest], Iterable[ViewLink]]) -> Callable[[HttpRequest], Iterable[ViewLink]]:
    """Registers who knows a person's saved views."""
    _views.append(source)
    return source


def unread_from(source: Callable[[HttpRequest], int]) -> Callable[[HttpRequest], int]:
    """Registers who knows how many notifications a person has not read."""
    _unread.append(source)
    return source


Guide = Callable[[HttpRequest], dict[str, Any] | None]
_guides: list[Guide] = []


def guide_from(source: Guide) -> Guide:
    """Registers who puts a card on a page that leads somebody round: its `template`, and what that shows as `guide`."""
    _guides.append(source)
    return source


def guide(request: HttpRequest) -> dict[str, Any] | None:
    return next((card for source in _guides if (card := source(request))), None)


def views(request: HttpRequest) -> list[ViewLink]:
    return [view for source in _views for view in source(request)]


def unread(request: HttpRequest) -> int:
    return sum(source(request) for source in _unread)
