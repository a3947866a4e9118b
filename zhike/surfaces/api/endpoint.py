"""What every address of the API does: finds out who asks, speaks their language, answers in JSON or with a problem."""

from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.views import View
from django.views.decorators.csrf import csrf_exempt

from zhike.core.access.areas import is_off
from zhike.core.access.locale import zone_of
from zhike.core.access.where_from import address_of
from zhike.core.resources.resource import Resource
from zhike.core.timeline.origin import coming_from
from zhike.surfaces.api import json
from zhike.surfaces.api.door import Caller, caller_of, limits, speak
from zhike.surfaces.api.problems import Problem, problem_of
from zhike.surfaces.api.repeating import once

READING = {"GET", "HEAD", "OPTIONS"}
GIVE_RIGHTS = {"tokens", "webhooks"}  # who writes these lets others in: only with the right to write all


@method_decorator(csrf_exempt, name="dispatch")
class Endpoint(View):
    """A handler gives JSON-ready data, or a response. `resource` is given by the address, where there is one."""

    resource: Resource = None  # type: ignore[assignment]
    caller: Caller

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            response = self.answer(request, *args, **kwargs)
        except Exception as error:
            problem = problem_of(error)
            if problem is None:
                raise
            response = problem.response()
        if hasattr(self, "caller"):
            for name, value in limits(self.caller).items():
                response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    def answer(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        speak(request, None)
        if self.resource and is_off(self.resource.model.__module__):
            raise Http404
        _refuse_nul(request)
        self.caller = caller_of(request)
        request.user = self.caller.user
        speak(request, self.caller.user)
        with zoned(request), coming_from(f"TK-{self.caller.token_id} {address_of(request)}".strip()):
            self.check_scope(request)
            handler = getattr(self, (request.method or "").lower(), None)
            if handler is None:
                raise Problem("wrong-method", headers={"Allow": ", ".join(self.methods)})
            if request.method == "POST" and (key := request.headers.get("Idempotency-Key")):
                return once(key, request, lambda: self.told(handler(request, *args, **kwargs)))
            return self.told(handler(request, *args, **kwargs))

    @property
    def methods(self) -> list[str]:
        """What this address answers."""
        return [name.upper() for name in self.http_method_names if getattr(self, name, None)]

    def check_scope(self, request: HttpRequest) -> None:
        verb = "read" if request.method in READING else "write"
        name = self.resource.name if self.resource else ""
        if not self.caller.may(verb, "" if verb == "write" and name in GIVE_RIGHTS else name):
            raise Problem("forbidden", gettext("The token has no right to %(verb)s here.") % {"verb": verb})

    def told(self, said: Any) -> HttpResponseBase:
        return said if isinstance(said, HttpResponseBase) else json.written(said)

    @cached_property
    def body(self) -> Any:
        """The request's JSON. Raises Problem."""
        if self.request.content_type not in ("application/json", "application/merge-patch+json"):
            raise Problem("wrong-content", gettext("Send JSON, and say so: “Content-Type: application/json”."))
        return json.read(self.request)


class Nowhere(Endpoint):
    """Any other address: who has no token is told so first."""

    def check_scope(self, request: HttpRequest) -> None:
        raise Http404


def _refuse_nul(request: HttpRequest) -> None:
    if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
        raise BadRequest(gettext("The address holds the character NUL."))


def zoned(request: HttpRequest) -> Any:
    return timezone.override(zone_of(request))


def created(said: Any, place: str, **headers: str) -> HttpResponse:
    return json.written(said, status=201, headers={"Location": place, **headers})
