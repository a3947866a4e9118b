"""The page of notifications."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from zhike.core.notify.models import Notification
from zhike.core.notify.reading import mark_read, unread_count
from zhike.core.notify.words import told_to
from zhike.core.resources.reader import Reader

SHOWN = 50


@login_required
@require_GET
def notifications(request: HttpRequest) -> HttpResponse:
    """The latest, `?unread` only those not read, `?before=` older ones."""
    only_unread, before = "unread" in request.GET, request.GET.get("before", "")
    wanted = Notification.objects.of(request.user)
    wanted = wanted.unread() if only_unread else wanted
    wanted = wanted.filter(pk__lt=int(before)) if before.isdecimal() else wanted
    found = list(wanted.newest_first()[: SHOWN + 1])
    query = f"?{'unread&' if only_unread else ''}before="
    context = {
        "told": told_to(found[:SHOWN], Reader(request.user)),
        "only_unread": only_unread,
        "unread": unread_count(request.user),
        "next_url": f"{query}{found[SHOWN - 1].pk}" if len(found) > SHOWN else "",
    }
    part = "rows" if before and request.headers.get("HX-Request") else "notifications"
    return render(request, f"notify/{part}.html", context)


@login_required
@require_GET
def open_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Reads it and goes to what it is about."""
    notification = get_object_or_404(Notification.objects.of(request.user).newest_first(), pk=pk)
    mark_read(request.user, pk)
    (told,) = told_to([notification], Reader(request.user))
    return HttpResponseRedirect(told.url or reverse("notifications"))


@login_required
@require_POST
def read(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """One, or all."""
    if pk is not None:
        get_object_or_404(Notification.objects.of(request.user), pk=pk)
    mark_read(request.user, pk)
    return HttpResponseRedirect(reverse("notifications"))
