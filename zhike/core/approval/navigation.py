"""The place where one's own decisions wait."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from zhike.core.access.models import User
from zhike.core.approval.models import Approval
from zhike.core.base.kept import Kept
from zhike.core.ui.navigation import NavItem, register


@Kept
def _waiting_for(user_id: int) -> int:
    user = User.objects.filter(pk=user_id).first()
    return Approval.objects.filter(pk__in=Approval.objects.for_person(user).values("pk")).count() if user else 0


def waiting(request: HttpRequest) -> int | None:
    """How many decisions wait for this person; nothing where none does."""
    return _waiting_for(request.user.pk) or None


register(
    NavItem(
        name="approvals", label=_("Approvals"), url_name="approvals:list", icon="question", order=25, count=waiting,
        key="a",
    )
)  # fmt: skip
