"""Choosing how to be told of things; and stopping a kind of mail from the mail itself."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from zhike.core.access.models import User
from zhike.core.access.request import StaffRequest
from zhike.core.mail.server import server
from zhike.core.notify.models import Reason, Way, Wishes
from zhike.core.notify.models.wishes import LAST_HOUR
from zhike.core.notify.stopping_mail import DIGEST, read_link, wished_by_stopping
from zhike.core.notify.wishes import way_of, wish, wishes_of

HOURS = [("", _("No daily mail")), *((str(hour), f"{hour:02}:00") for hour in range(LAST_HOUR + 1))]


class WishesForm(forms.Form):
    """A choice for each reason, and the hour of the daily mail."""

    digest_at = forms.TypedChoiceField(
        label=_("Daily mail at"),
        choices=HOURS,
        coerce=int,
        empty_value=None,
        required=False,
        help_text=_("What is due, who waits and what happened; on working days, in your time zone, if there is any."),
    )

    def __init__(self, *args: Any, wishes: Wishes, **kwargs: Any) -> None:
        standing = {reason: way_of(wishes, reason) for reason in Reason.values}
        at = "" if wishes.digest_at is None else str(wishes.digest_at)
        super().__init__(*args, **kwargs | {"initial": standing | {"digest_at": at}})
        for reason in Reason:
            self.fields[reason] = forms.ChoiceField(label=reason.label, choices=Way)

    def wished(self) -> dict[str, Any]:
        said = dict(self.cleaned_data)
        return {"digest_at": said.pop("digest_at"), "ways": said}


@login_required
@require_http_methods(["GET", "POST"])
def wishes(request: StaffRequest) -> HttpResponse:
    """GET and POST /notifications/wishes/."""
    form = WishesForm(request.POST or None, wishes=wishes_of([request.user.pk])[request.user.pk])
    if request.method == "POST" and form.is_valid():
        wish(request.user, by=request.user, **form.wished())
        messages.success(request, gettext("Saved."))
        return redirect("notification_wishes")
    context = {"form": form, "server": server()}
    return render(request, "notify/wishes.html", context, status=422 if form.errors else 200)


@csrf_exempt  # mail programs post here with one press; the signed key says for whom
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, key: str) -> HttpResponse:
    """GET asks, POST stops it: for the person and the kind of mail that the link was signed for."""
    found = read_link(key)
    person = User.objects.at_work().filter(pk=found[0]).first() if found else None
    if found is None or person is None:
        raise Http404
    if request.method == "POST":
        wish(person, by=person, **wished_by_stopping(found[1]))
    what = _("the daily mail") if found[1] == DIGEST else Reason(found[1]).label
    return render(request, "notify/stop.html", {"what": what, "stopped": request.method == "POST"})
