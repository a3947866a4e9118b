"""The first places of the sidebar."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from zhike.core.ui.navigation import NavItem, register
from zhike.domains.conversations.models import Conversation


def _waiting(request: HttpRequest) -> int:
    return Conversation.objects.visible_to(request.user).waiting().filter(client__owner=request.user).count()


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
