"""The ticked records of a list, or all that it shows, changed: few at once with undo, many as a job."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext, ngettext

from zhike.core.base.way_back import way_back
from zhike.core.history.undo import undo_values
from zhike.core.jobs.start import start
from zhike.core.lifecycle.errors import Refused
from zhike.core.pages.acting import Act, Offer, action_of, offers_of
from zhike.core.pages.listing import Listing
from zhike.core.pages.page import ResourcePage

AT_ONCE = 200


class BulkPage(ResourcePage):
    """POST `ids`, or `all` with the list's `query`, and `action` (see `acting`)."""

    kind = "bulk"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The control for one field, asked for when its menu opens."""
        name = request.GET.get("field", "")
        if offered := offers_of(self.resource).get(name):
            return self.show({"field": self.offered(offered)})
        form = self.resource.form(by=request.user)
        if name not in self.resource.bulk or name not in form.fields:
            raise Http404
        return self.show({"field": form[name]})

    def offered(self, offered: Offer) -> Any:
        field, form = offered.field(self.request.user), forms.Form()
        if field is None:
            raise Http404
        form.fields[offered.name] = field
        return form[offered.name]

    def post(self, request: HttpRequest) -> HttpResponse:
        action = request.POST.get("action", "")
        value = request.POST.get(action.removeprefix("set:"), "")
        act = action_of(self.resource, action, value, request.user)
        if act is None:
            messages.error(request, gettext("Nothing was changed: choose what to do, and a value that fits."))
            return redirect(self.next_url())
        records = self.asked()
        if records.order_by()[: AT_ONCE + 1].count() > AT_ONCE:
            return self.in_the_background(action, value, records.count())
        self.at_once(act, records)
        return redirect(self.next_url())

    def asked(self) -> Any:
        """The ticked records, or all that the list shows."""
        if self.request.POST.get("all"):
            query = QueryDict(self.request.POST.get("query", "").replace("\0", "").replace("%00", ""))
            return Listing(self.resource, self.request.user, query).matching
        ids = [int(one) for one in self.request.POST.getlist("ids") if one.isdecimal() and len(one) < 19]
        return self.resource.records(self.request.user).filter(pk__in=ids)

    def in_the_background(self, action: str, value: str, total: int) -> HttpResponse:
        query = self.request.POST.get("query", "")
        title = gettext("Change %(count)s records") % {"count": total}
        told = {"resource": self.resource.name, "query": query, "action": action, "value": value}
        job = start("bulk", by=self.request.user, title=title, total=total, **told)
        return redirect("job", job.pk)

    def at_once(self, act: Act, records: Any) -> None:
        told, refused = [], 0
        for record in records:
            try:
                told.append(act(record))
            except Refused:
                refused += 1
        if told := [event for event in told if event]:
            words = ngettext("%(count)d record changed.", "%(count)d records changed.", len(told))
            messages.success(self.request, words % {"count": len(told)}, extra_tags=undo_values(told))
        if refused:
            words = ngettext("%(count)d was refused.", "%(count)d were refused.", refused)
            messages.warning(self.request, words % {"count": refused})

    def next_url(self) -> str:
        return way_back(self.request, self.resource.url())
