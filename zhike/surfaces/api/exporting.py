"""Lists taken out as files: as a job whose file is fetched, or as CSV while it is read."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext

from zhike.core.base.listing import listed
from zhike.core.jobs.models import Job
from zhike.core.resources.resource import Resource
from zhike.surfaces.api import json
from zhike.surfaces.api.endpoint import Endpoint
from zhike.surfaces.api.listing import Rows
from zhike.surfaces.api.problems import Problem
from zhike.surfaces.exchange.export.files import sorts_of
from zhike.surfaces.exchange.export.leaving import SHOWN, Leaving, Wish
from zhike.surfaces.exchange.export.programs import program_called
from zhike.surfaces.exchange.export.streaming import streamed
from zhike.surfaces.exchange.export.taking import KIND, file_of, start_export
from zhike.surfaces.exchange.export.views import served

MEMBERS = ("sort", "query", "columns", "headers")


class Export(Endpoint):
    """POST `{"sort": "csv", "query": "owner=me", "columns": "all", "headers": "salesforce"}` begins one."""

    def post(self, request: HttpRequest) -> HttpResponseBase:
        said = self.body
        if not isinstance(said, dict) or not all(isinstance(one, str) for one in said.values()):
            raise Problem("not-understood", gettext("Send an object of texts."))
        if unknown := [name for name in said if name not in MEMBERS]:
            raise Problem("invalid", errors={name: [gettext("There is no such field.")] for name in unknown})
        if (sort := said.get("sort", "csv")) not in (known := sorts_of(self.resource.name)):
            raise Problem("invalid", errors={"sort": [listed(known)]})
        with _told_as_a_problem():
            program = program_called(said.get("headers", ""))
            wish = Wish(self.resource.name, said.get("query", ""), said.get("columns", SHOWN), program)
            job = start_export(wish, sort, by=request.user)
        return json.written(_told(job), status=202, headers={"Location": _place(job)})

    def check_scope(self, request: HttpRequest) -> None:
        if not self.caller.may("read", self.resource.name):
            raise Problem("forbidden", gettext("The token has no right to %(verb)s here.") % {"verb": "read"})


class State(Endpoint):
    """How far an export of one's own is."""

    def get(self, request: HttpRequest, pk: int) -> Any:
        return _told(self.job(request, pk))

    def job(self, request: HttpRequest, pk: int) -> Job:
        job = Job.objects.filter(pk=pk, kind=KIND, started_by=self.caller.user).first()
        if job is None or not self.caller.may("read", job.arguments["resource"]):
            raise Http404
        return job

    def check_scope(self, request: HttpRequest) -> None:
        """Each export is checked by what it holds."""


class File(State):
    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        response = served(self.job(request, pk))
        if response is None:
            raise Http404
        return response


def as_csv(resource: Resource, request: HttpRequest) -> HttpResponseBase | None:
    """The list as CSV, where the request asks for it so; its filters are looked at as those of every list."""
    if request.headers.get("Accept", "").partition(";")[0].strip() != "text/csv":
        return None
    words = request.GET.copy()
    columns, program = words.pop("columns", [SHOWN])[-1], words.pop("headers", [""])[-1]
    request.GET = words  # type: ignore[assignment]
    Rows(resource, request)
    with _told_as_a_problem():
        wish = Wish(resource.name, words.urlencode(), columns, program_called(program))
        leaving = Leaving(wish, request.user)
    return streamed(leaving, request)


@contextmanager
def _told_as_a_problem() -> Iterator[None]:
    try:
        yield
    except ValidationError as error:
        raise Problem("not-understood", " ".join(error.messages)) from error


def _place(job: Job) -> str:
    return reverse("api:export_state", args=[job.pk])


def _told(job: Job) -> dict[str, Any]:
    ready = file_of(job) is not None
    return {
        "id": job.pk,
        "state": job.state,
        "done": job.done,
        "total": job.total,
        "failure": job.failure,
        "file": reverse("api:export_file", args=[job.pk]) if ready else None,
    }
