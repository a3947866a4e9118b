"""The page that a contact's link opens."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from zhike.clients.models import Contact
from zhike.clients.wishes.forms import WishesForm
from zhike.clients.wishes.workflows import note_wishes
from zhike.core.links.purposes import purpose


@purpose(
    "contacts.wishes",
    "clients.contact",
    label=_("How they wish to be reached"),
    action=_("Ask how they wish to be reached"),
    days=30,
    asks_who=True,
)
def wishes(request: HttpRequest, link: Any, contact: Contact) -> HttpResponse:
    """What we think, to be corrected; said as often as they like while the link lives."""
    form = WishesForm(request.POST if request.method == "POST" else None, instance=contact)
    done = request.method == "POST" and form.is_valid()
    if done:
        contact.refresh_from_db()
        note_wishes(contact, link=link, request=request, **form.values)
    status = 422 if form.errors else 200
    return render(
        request, "wishes/page.html", {"link": link, "contact": contact, "form": form, "done": done}, status=status
    )
