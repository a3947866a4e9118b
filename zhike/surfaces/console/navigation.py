"""The first places of the sidebar."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from zhike.core.ui.navigation import NavItem, register
from zhike.domains.conversations.models import Conversation


def _waiting(request: HttpRequest) -> int:
    user: Any = request.user
    return Conversation.objects.visible_to(user).waiting().filter(client__owner=user).count()


register(NavItem(name="day", label=_("My day"), url_name="my_day", icon="day", order=10, tab=True, key="d"))
register(
    NavItem(
        name="waiting",
        label=_("Waiting for us"),
        url_name="waiting",
        icon="waiting",
        order=20,
        count=_waiting,
        tab=True,
        key="w",
    )
)
