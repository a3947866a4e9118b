"""A request straight at its view: past session and middleware, which are the same for all."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage import default_storage
from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.http import Http404
from django.test import RequestFactory
from django.urls import resolve
from django_htmx.middleware import HtmxDetails

ASKING = RequestFactory()
REFUSALS = {Http404: 404, PermissionDenied: 403, BadRequest: 400, SuspiciousOperation: 400}


def knock(method: str, at: str, *, person: Any = None, json: str = "", headers: dict[str, str] | None = None) -> int:
    """The status that `person`, None for nobody, gets. Raises what the view does not handle."""
    try:
        return int(answer(method, at, person=person, json=json, headers=headers).status_code)
    except tuple(REFUSALS) as refusal:
        return next(status for kind, status in REFUSALS.items() if isinstance(refusal, kind))


def answer(method: str, at: str, *, person: Any = None, json: str = "", headers: dict[str, str] | None = None) -> Any:
    """What the view answers. Raises what it does not handle."""
    kind = "application/json" if json else "application/x-www-form-urlencoded"
    request: Any = ASKING.generic(method, at, json, kind, headers=headers)
    request.user, request.session, request.LANGUAGE_CODE = person or AnonymousUser(), {}, "en"
    request._messages, request.htmx = default_storage(request), HtmxDetails(request)
    request.resolver_match = found = resolve(request.path_info)
    return found.func(request, *found.args, **found.kwargs)
