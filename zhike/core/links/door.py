"""The open door: what every visit of a link goes through, whatever the link is for."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from zhike.core.access.models import User
from zhike.core.base.languages import language_for
from zhike.core.links.errors import LinkEnded
from zhike.core.links.events import ASKED
from zhike.core.links.models import Link
from zhike.core.links.visitors import address_of, comes_too_often, device_of
from zhike.core.resources.registry import find_record
from zhike.core.timeline.tell import tell
from zhike.core.todos.workflows import add_todo

FROM_ONE_ADDRESS, OF_ONE_LINK, GUESSES, ANSWERS = 120, 60, 20, 6  # a minute


def visit(request: HttpRequest, token: str) -> HttpResponseBase:
    """The answer to whoever comes with this token, in the language of whom the link is for."""
    address = address_of(request)
    if comes_too_often(f"from:{address}", FROM_ONE_ADDRESS):
        return _calm(request, "often", 429)
    link = Link.objects.by_token(token)
    if link is None:
        return _calm(request, "often" if comes_too_often(f"guess:{address}", GUESSES) else "unknown", 404)
    if comes_too_often(f"link:{link.pk}", OF_ONE_LINK):
        return _calm(request, "often", 429)
    if not link.language or settings.LANGUAGE_COOKIE_NAME in request.COOKIES:  # chosen on the page
        return _within(request, link)
    with translation.override(link.language):
        return _within(request, link)


def _within(request: HttpRequest, link: Link) -> HttpResponseBase:
    record: Any = find_record(link.record_type, link.record_id, User.objects.system())
    if link.ended or record is None or record.archived_at:
        return _over(request, link, record)
    if link.is_strange_to(device_of(request)) and not _has_said(request, link):
        return render(request, "links/who.html", {"link": link, "wrong": "who" in request.POST})
    try:
        answer = link.declared.answer(_as_seen(request, link), link, record)
    except LinkEnded:
        return _over(request, link, record)
    if request.method == "GET" and not (link.declared.polled and link.was_opened_today()):
        link.note(request, "opened")
    return answer


def _has_said(request: HttpRequest, link: Link) -> bool:
    """Whether who comes from another device says who they are; a few times a minute."""
    if request.method != "POST" or "who" not in request.POST:
        if request.method == "GET":
            link.note(request, "strange")
        return False
    if comes_too_often(f"who:{link.pk}", ANSWERS) or not link.is_known_as(request.POST["who"]):
        return False
    link.welcome(request)
    return True


def _as_seen(request: HttpRequest, link: Link) -> HttpRequest:
    """Saying who one is is no use of the link: the page is shown as when it is opened."""
    if "who" in request.POST:
        request.method = "GET"
    return request


def _over(request: HttpRequest, link: Link, record: Any) -> HttpResponse:
    """A calm page; whoever the link was for may ask for a new one."""
    asks = request.method == "POST" and "again" in request.POST
    if asks and record is not None:
        _ask_again(request, link, record)
    elif request.method == "GET":
        link.note(request, "ended")
    told = {"link": link, "asked": asks, "why": link.ended or "expired"}
    return render(request, "links/over.html", told, status=200 if asks else 410)


def _ask_again(request: HttpRequest, link: Link, record: Any) -> None:
    """A to-do for who made it, once for each link."""
    with transaction.atomic():
        if not Link.objects.filter(pk=link.pk, asked_at=None).update(asked_at=timezone.now()):
            return
        link.note(request, "asked")
        system = User.objects.system()
        tell(ASKED, record, by=system, facts=link.told())
        with translation.override(language_for(link.created_by)):
            words = _("%(who)s asks for a new link: %(name)s") % {"who": link.who, "name": link.name}
        add_todo(record, by=system, title=words[:200], owner=link.created_by)


def _calm(request: HttpRequest, why: str, status: int) -> HttpResponse:
    return render(request, "links/unknown.html", {"why": why}, status=status)
