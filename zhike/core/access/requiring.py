"""Roles of whom the company asks a second factor: until it is set up, every page leads to where it is."""

from collections.abc import Callable

from allauth.account.internal.flows.login import get_authentication_records
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from zhike.core.access.protected import has_second_factor
from zhike.core.access.second_factors import needs_second_factor

OPEN = ("/account/", "/look/", "/preferences/sign-in/")
PLACE = "my_sign_in"


def require_second_factors(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable:
    """Middleware. Whoever comes through the company's sign-on has shown there what is asked for there."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if must_set_up(request) and not request.path_info.startswith(OPEN):
            return redirect(PLACE)
        return get_response(request)

    return middleware


def must_set_up(request: HttpRequest) -> bool:
    person = request.user
    if not person.is_authenticated or not needs_second_factor(person) or has_second_factor(person):
        return False
    return not any(one.get("method") == "socialaccount" for one in get_authentication_records(request, person))
