"""The bell."""

from django.http import HttpRequest

from zhike.core.notify.reading import unread_count
from zhike.core.ui.navigation import unread_from


@unread_from
def unread(request: HttpRequest) -> int:
    return unread_count(request.user) if request.user.is_authenticated else 0
