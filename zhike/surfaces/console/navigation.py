"""The first places of the sidebar."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.access.standing_in import stood_in_for
from zhike.core.base.kept import Kept
from zhike.core.ui.navigation import NavItem, register
from zhike.domains.conversations.models import Conversation


@Kept
def _waiting_for(user_id: int) -> int:
    """Of one's own clients and those of whom one stands in for, which one always sees."""
    owners = [user_id, *stood_in_for(user_id)]
    return Conversation.objects.waiting().filter(client__owner__in=owners).count()


def _waiting(request: HttpRequest) -> int:
    return _waiting_for(request.user.pk)


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
register(
    NavItem(
        name="calendar",
        label=pgettext_lazy("of days", "Calendar"),
        url_name="calendar",
        icon="calendar",
        order=25,
        key="k",
    )
)
register(NavItem(name="owed", label=_("What is owed"), url_name="owed", icon="promise", order=22, key="o"))
