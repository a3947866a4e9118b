"""The sign-in page; while there is nobody who could sign in, the way to the first page instead."""

from allauth.account.views import login
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from zhike.surfaces.beginning.code import nobody_yet


def to_the_gate(request: HttpRequest) -> HttpResponseBase:
    """GET and POST /account/login/."""
    if nobody_yet():
        return redirect("welcome")
    answer: HttpResponseBase = login(request)
    return answer
