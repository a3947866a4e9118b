"""Records: list, add, read, change, and take their steps."""

import hashlib
from json import loads
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.http import parse_etags
from django.utils.translation import gettext

from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.transition import Step
from zhike.core.record.step_form import StepForm
from zhike.core.resources.resource import Resource
from zhike.surfaces.api import json
from zhike.surfaces.api.endpoint import Endpoint, created
from zhike.surfaces.api.exporting import as_csv
from zhike.surfaces.api.filling import Said, check, form_for, read
from zhike.surfaces.api.listing import Rows, asked_fields
from zhike.surfaces.api.problems import Problem
from zhike.surfaces.api.shapes import Shape


class Collection(Endpoint):
    def get(self, request: HttpRequest) -> Any:
        return as_csv(self.resource, request) or Rows(self.resource, request).told()

    def post(self, request: HttpRequest) -> HttpResponse:
        record = add(self.resource, self.body, by=request.user)
        said = told(self.resource, record, request.user)
        return once_told(created(said, place_of(self.resource, record), ETag=etag(said)), record)


class One(Endpoint):
    def get(self, request: HttpRequest, reference: str) -> HttpResponseBase:
        only = asked_fields(self.resource, request.GET)
        return answer(self.resource, self.record(reference), request, only)

    def patch(self, request: HttpRequest, reference: str) -> HttpResponseBase:
        record = self.record(reference)
        version = asked_version(request, record)
        if version is None and request.headers.get("If-Match", "").strip() != "*":
            raise Problem("no-version", gettext("Send the ETag that you read in If-Match."))
        amend(self.resource, record, self.body, by=request.user, version=version)
        return answer(self.resource, self.record(reference), request)

    def record(self, reference: str) -> Any:
        return seen(self.resource, reference, self.request.user)


class StepOn(One):
    get = patch = None  # type: ignore[assignment]

    def post(self, request: HttpRequest, reference: str, step: str) -> HttpResponseBase:
        record = self.record(reference)
        body = self.body if request.body else {}
        take(self.resource, record, step, body, by=request.user, version=asked_version(request, record))
        again = self.resource.records(request.user).filter(pk=record.pk).first()
        return once_told(answer(self.resource, again, request), record) if again else HttpResponse(status=204)


def add(resource: Resource, body: Any, *, by: Any) -> Any:
    """The new record. Raises Problem, Refused."""
    if not resource.has("add") or not resource.model.may_add(by, None):
        raise Forbidden
    return form_for(resource, body, by=by).save(by=by)


def amend(resource: Resource, record: Any, body: Any, *, by: Any, version: int | None) -> None:
    """Raises Problem, Refused."""
    if not resource.model.may_amend(by, record):
        raise Forbidden
    form_for(resource, body, by=by, record=record, version=version).save(by=by)


def take(resource: Resource, record: Any, name: str, body: Any, *, by: Any, version: int | None) -> None:
    """Take a step by its name. Raises Problem, Refused; Http404 for a step which this kind does not have."""
    if name not in resource.steps:
        raise Http404
    inputs = _inputs(resource.steps[name], record, body, by)
    getattr(record, name)(by=by, version=version, **inputs)


def seen(resource: Resource, reference: str, user: Any) -> Any:
    """The record called so, if this person sees it; else Http404."""
    shape = Shape(resource)
    found = shape.records(resource.records(user).by_reference(reference)).first()
    if found is None:
        raise Http404
    return found


def told(resource: Resource, record: Any, user: Any) -> dict[str, Any]:
    """As read anew: whoever adds a record that only others see is told what they wrote."""
    shape = Shape(resource)
    return shape.tell(shape.records(resource.model._base_manager.filter(pk=record.pk)).get())


def answer(resource: Resource, record: Any, request: HttpRequest, only: list[str] | None = None) -> HttpResponseBase:
    said = Shape(resource, only).tell(record)
    tag = etag(said)
    if request.method in ("GET", "HEAD") and _is_known(request, tag):
        return HttpResponse(status=304, headers={"ETag": tag})
    return json.written(said, headers={"ETag": tag})


def _is_known(request: HttpRequest, tag: str) -> bool:
    """Whether If-None-Match names it: one tag of several, weakened on its way or not, or * (RFC 9110, 13.1.2)."""
    named = parse_etags(request.headers.get("If-None-Match", ""))
    return named == ["*"] or tag in (one.removeprefix("W/") for one in named)


def once_told(response: Any, record: Any) -> Any:
    """With the secret that the verb has just made, if it made one; answers that are kept for repeating go without."""
    if hasattr(record, "secret"):
        response.kept = response.content
        response.content = json.text(loads(response.content) | {"secret": record.secret})
    return response


def etag(said: dict[str, Any]) -> str:
    """The version, which If-Match compares, and a digest of all that is told, for If-None-Match."""
    digest = hashlib.sha256(json.text(said).encode()).hexdigest()[:12]
    return f'"{said["version"]}.{digest}"'


class OfAllKinds(One):
    """Tells of records of every kind: so much must the token be able to read."""

    patch = None  # type: ignore[assignment]

    def check_scope(self, request: HttpRequest) -> None:
        super().check_scope(request)
        if not self.caller.may("read"):
            raise Problem("forbidden", gettext("This tells of every kind of record: the token has to read them all."))


def asked_version(request: HttpRequest, record: Any) -> int | None:
    """The version that If-Match names, alone or among others, or None. Raises Problem when none is the record's.

    A tag that something on its way weakened counts: its version is the same.
    """
    said = request.headers.get("If-Match", "").strip()
    if said in ("", "*"):
        return None
    named = (one.removeprefix("W/").strip('"').partition(".")[0] for one in parse_etags(said) or [said])
    if str(record.version) not in named:
        raise Problem("stale", gettext("Read it again, and send its new ETag in If-Match."), version=record.version)
    return int(record.version)


def place_of(resource: Resource, record: Any) -> str:
    return reverse("api:one", kwargs={"name": resource.name, "reference": record.reference})


def _inputs(step: Step, record: Any, body: Any, by: Any) -> dict[str, Any]:
    """What the step's form makes of the body. Raises Problem."""
    asked: Any = step.form or forms.Form
    about = {"record": record, "by": by} if issubclass(asked, StepForm) else {}
    form = asked(Said(read(asked(**about), body)), **about)
    check(form)
    return dict(form.cleaned_data)
