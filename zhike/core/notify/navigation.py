"""The bell."""

from django.http import HttpRequest

from zhike.core.base.kept import Kept
from zhike.core.notify.models import Notification
from zhike.core.ui.navigation import unread_from


@Kept
def _unread(user_id: int) -> int:
    return Notification.objects.filter(user=user_id).unread().count()


@unread_from
def unread(request: HttpRequest) -> int:
    return _unread(request.user.pk) if request.user.is_authenticated else 0
