"""Every resource with a menu has its place in the sidebar; saved views stand below."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from zhike.core.pages.models import views_of
from zhike.core.resources.registry import RESOURCES
from zhike.core.ui import navigation
from zhike.core.ui.navigation import NavItem, ViewLink

BOOK = _("Client book")


def register_resources() -> None:
    for order, resource in enumerate(RESOURCES.values(), start=30):
        if resource.menu:
            navigation.register(
                NavItem(
                    name=resource.name,
                    label=resource.plural,
                    url_name=f"{resource.name}:list",
                    icon=resource.icon,
                    order=order,
                    tab=resource.name == "clients",
                    key=_free_letter(resource.name),
                    group="" if resource.model.__module__.startswith("zhike.core.") else BOOK,
                )
            )


def _free_letter(name: str) -> str:
    """The first letter of the name that opens no other place yet."""
    taken = {item.key for item in navigation.items()}
    return next((letter for letter in name if letter not in taken), "")


@navigation.views_from
def saved_views(request: HttpRequest) -> Iterable[ViewLink]:
    if not request.user.is_authenticated:
        return []
    views = views_of(request.user.pk)[:12]
    return [ViewLink(view.name, f"{RESOURCES[view.resource].url()}?{view.query}") for view in views]


register_resources()
