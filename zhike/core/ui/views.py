"""One's own theme and language, which a person may choose on any page, before signing in too."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from zhike.core.base.way_back import way_back

A_YEAR = 365 * 24 * 3600
THEMES = ("", "light", "dark")
COOKIES = {"theme": "theme", "language": settings.LANGUAGE_COOKIE_NAME}


@require_POST
def choose_look(request: HttpRequest) -> HttpResponse:
    """Takes `theme` or `language`, keeps it with the person and in a cookie, and goes back to `next`."""
    chosen = _chosen(request)
    if chosen and request.user.is_authenticated:
        get_user_model()._default_manager.filter(pk=request.user.pk).update(**chosen)
    response = HttpResponseRedirect(way_back(request, "/"))
    for name, value in chosen.items():
        response.set_cookie(COOKIES[name], value, max_age=A_YEAR, samesite="Lax", secure=request.is_secure())
    return response


def _chosen(request: HttpRequest) -> dict[str, Any]:
    allowed = {"theme": THEMES, "language": dict(settings.LANGUAGES)}
    return {name: request.POST[name] for name in allowed if request.POST.get(name) in allowed[name]}
