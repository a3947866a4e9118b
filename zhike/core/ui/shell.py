"""What the frame of a page shows. Nothing is asked of the database until a template shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise

from zhike.core.access.areas import leads_nowhere
from zhike.core.access.preferences import company
from zhike.core.access.sign_on import sign_on
from zhike.core.ui import navigation
from zhike.core.ui.navigation import NavItem, ViewLink


@dataclass(frozen=True)
class Place:
    label: str | Promise
    url: str
    icon: str
    key: str
    current: bool
    count: int | None
    group: str | Promise = ""


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `shell`, lazily."""
    return {"shell": Shell(request)}


class Shell:
    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @cached_property
    def company(self) -> str:
        return company().name

    @cached_property
    def sign_on(self) -> Any:
        return sign_on()

    @cached_property
    def theme(self) -> str:
        """light, dark, or empty where the reader's system chooses."""
        chosen = getattr(self._user, "theme", "") or self.request.COOKIES.get("theme", "")
        return chosen if chosen in ("light", "dark") else ""

    @cached_property
    def guide(self) -> dict[str, Any] | None:
        return navigation.guide(self.request)

    @cached_property
    def navigation(self) -> list[Place]:
        return [self._place(item, counted=True) for item in self._open_items]

    @cached_property
    def tabs(self) -> list[Place]:
        return [self._place(item, counted=False) for item in self._open_items if item.tab][:3]

    @cached_property
    def views(self) -> list[ViewLink]:
        return navigation.views(self.request)

    @cached_property
    def unread(self) -> int:
        return navigation.unread(self.request)

    @cached_property
    def seen(self) -> tuple[Any, ...]:
        """All of the request on which the frame depends: who sees the same gets the same."""
        user = self._user
        person = (getattr(user, "pk", None), getattr(user, "name", ""), getattr(user, "role", ""))
        places = tuple((place.url, place.current, place.count) for place in self.navigation)
        views = tuple((str(view.label), view.url) for view in self.views)
        return (person, places, views, self.unread, self.company, self.theme, *company().areas_off)

    @cached_property
    def _user(self) -> Any:
        return getattr(self.request, "user", None)

    @property
    def _open_items(self) -> Sequence[NavItem]:
        allowed = [item for item in navigation.items() if item.may is None or item.may(self._user)]
        return [item for item in allowed if not leads_nowhere(_address(item.url_name))]

    def _place(self, item: NavItem, *, counted: bool) -> Place:
        url = _address(item.url_name)
        count = item.count(self.request) if counted and item.count else None
        return Place(item.label, url, item.icon, item.key, _leads_to(url, self.request.path), count, item.group)


@cache
def _address(url_name: str) -> str:
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return "/"


def _leads_to(url: str, path: str) -> bool:
    return path == url or (url != "/" and path.startswith(url))
