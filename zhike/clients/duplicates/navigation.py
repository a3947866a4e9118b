"""The queue has its place in the sidebar, with the number of pairs that the reader may settle."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from zhike.clients.duplicates.models import Pair
from zhike.core.base.kept import Kept
from zhike.core.lifecycle.policies import may_work
from zhike.core.pages.navigation import BOOK
from zhike.core.ui.navigation import NavItem, register


def _count(request: HttpRequest) -> int | None:
    return _to_settle(request.user) or None


_to_settle = Kept(lambda user: Pair.objects.to_settle_by(user).count(), seconds=20)

register(
    NavItem(
        name="duplicates",
        label=_("Duplicates"),
        url_name="duplicates",
        icon="merge",
        order=90,
        group=BOOK,
        count=_count,
        may=may_work,
    )
)
