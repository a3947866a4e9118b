"""Beside the records: their timelines and files, the search, who one is."""

from typing import Any

from django.core.files import File
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.html import strip_tags
from django.utils.translation import gettext

from zhike.clients.models import Client
from zhike.core.files.errors import FileRefused
from zhike.core.files.models import Attachment
from zhike.core.files.serving import hand_over
from zhike.core.history.feed import Feed, Told, feed_of_client, feed_of_record
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import RESOURCES, resource_of
from zhike.core.search.finding import find
from zhike.core.search.sources import source_named
from zhike.core.search.tokens import MOST_QUERY
from zhike.surfaces.api import json
from zhike.surfaces.api.endpoint import Endpoint
from zhike.surfaces.api.problems import Problem
from zhike.surfaces.api.records import OfAllKinds, One, seen
from zhike.surfaces.api.shapes import Shape, link, person

MOST_HITS = 50


class Timeline(OfAllKinds):
    """What happened, newest first; of a client, everything with it. `before` goes on from an event."""

    def get(self, request: HttpRequest, reference: str) -> Any:
        record, reader = self.record(reference), Reader(request.user)
        said = request.GET.get("before", "")
        if said and not (said.isdecimal() and len(said) < 19):
            raise Problem("not-understood", gettext("“before” is “next” of the page that was read before."))
        before = int(said) if said else None
        feed = feed_of_client if isinstance(record, Client) else feed_of_record
        return _told_feed(feed(record, reader, before))


class Files(One):
    """The files on a record. POST: one or more, as `multipart/form-data` under `file`."""

    patch = None  # type: ignore[assignment]

    def get(self, request: HttpRequest, reference: str) -> Any:
        return {"data": [_file(one) for one in Attachment.objects.on(self.record(reference))], "next": None}

    def post(self, request: HttpRequest, reference: str) -> HttpResponse:
        record = self.record(reference)
        if isinstance(record, Attachment):
            raise Http404
        if not Attachment.may_add(request.user, record):
            raise Problem("forbidden")
        uploads = request.FILES.getlist("file") if request.content_type == "multipart/form-data" else []
        if not uploads:
            raise Problem("wrong-content", gettext("Send the files as multipart/form-data under “file”."))
        with transaction.atomic():  # all of them or none
            taken = [_attach(one, record, request.user) for one in uploads]
        return json.written({"data": [_file(one) for one in taken], "next": None}, status=201)


class Content(Endpoint):
    resource = RESOURCES["files"]

    def get(self, request: HttpRequest, reference: str) -> HttpResponseBase:
        try:
            return hand_over(request, seen(self.resource, reference, request.user))
        except FileNotFoundError:
            raise Http404 from None


class Search(Endpoint):
    """`q` in all that the person sees and the token may read; `kind` narrows to one kind of record."""

    def get(self, request: HttpRequest) -> Any:
        kind = request.GET.get("kind", "")
        if kind and not source_named(kind):
            raise Problem("not-understood", gettext("There is nothing to search called “%(kind)s”.") % {"kind": kind})
        kinds = [name for name in ([kind] if kind else RESOURCES) if self.caller.may("read", name)]
        found = find(request.GET.get("q", "").strip()[:MOST_QUERY], request.user, kinds, MOST_HITS if kind else 10)
        return {"data": [_hit(one) for one in found.best], "total": found.total, "at_least": found.many}

    def check_scope(self, request: HttpRequest) -> None:
        """Each kind is checked by itself."""


class Me(Endpoint):
    def get(self, request: HttpRequest) -> Any:
        user: Any = request.user
        return {
            "id": user.pk,
            "reference": user.reference,
            "name": user.name,
            "email": user.email,
            "role": user.role,
            "scopes": sorted(self.caller.scopes),
        }

    def check_scope(self, request: HttpRequest) -> None:
        """Every token may say whose it is."""


def _told_feed(feed: Feed) -> dict[str, Any]:
    events = [event_told(one) for _day, those in feed.days for one in those]
    return {"data": events, "next": None if feed.before is None else str(feed.before)}


def event_told(one: Told) -> dict[str, Any]:
    """An event as timelines and webhooks tell it."""
    event, resource = one.event, resource_of(one.event.record_type)
    return {
        "id": event.pk,
        "kind": event.kind,
        "at": event.at,
        "by": person(event.actor_id),
        "on_behalf_of": person(event.on_behalf_of_id),
        "record": f"{resource.model.prefix}-{event.record_id}" if resource else None,
        "said": strip_tags(one.sentence),
        "changes": [{"field": field, "was": was, "is": now} for field, was, now in one.changes],
    }


def _file(file: Attachment) -> dict[str, Any]:
    return Shape(RESOURCES["files"]).tell(file) | {"content": f"/api/v1/files/{file.reference}/content"}


def _attach(upload: File, record: Any, user: Any) -> Attachment:
    try:
        return Attachment.objects.attach(upload, by=user, to=record)
    except FileRefused as refusal:
        raise Problem("invalid", errors={"file": [str(refusal)]}) from refusal


def _hit(hit: Any) -> dict[str, Any]:
    return {
        "kind": hit.source.name,
        "reference": hit.reference,
        "name": hit.name,
        "subtitle": hit.subtitle,
        "excerpt": strip_tags(hit.excerpt),
        "client": link(hit.client),
        "url": hit.url,
    }
