"""The way to the company's sign-on, also on a day on which it does not answer."""

from allauth.socialaccount.providers.openid_connect.views import login
from django.http import HttpRequest, HttpResponseBase
from requests import RequestException

from zhike.core.access.sign_on_adapter import PROVIDER, refused


def begin(request: HttpRequest) -> HttpResponseBase:
    """GET /account/oidc/company/login/."""
    try:
        answer: HttpResponseBase = login(request, PROVIDER)
    except RequestException:
        answer = refused(request, "failed", "").response
    return answer
