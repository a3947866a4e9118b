"""One action on many records: through their verbs, one by one, each refusal told; with undo."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, ngettext

from zhike.core.history.undo import undo_values
from zhike.core.lifecycle.errors import Refused
from zhike.core.pages.page import ResourcePage

MOST = 500


class BulkPage(ResourcePage):
    """POST `ids` and `action`: the name of a step, or `set:<field>` with the field's value."""

    kind = "bulk"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The control for one field, asked for when its menu opens."""
        form, name = self.resource.form(by=request.user), request.GET.get("field", "")
        if name not in self.resource.bulk or name not in form.fields:
            raise Http404
        return self.show({"field": form[name]})

    def post(self, request: HttpRequest) -> HttpResponse:
        ids = [int(one) for one in request.POST.getlist("ids") if one.isdecimal()][:MOST]
        records = self.resource.records(request.user).filter(pk__in=ids)
        action, told, refused = request.POST.get("action", ""), [], 0
        act = self.setter(action[4:]) if action.startswith("set:") else self.stepper(action)
        for record in records if act else ():
            try:
                told.append(act(record))
            except Refused:
                refused += 1
        self.say([event for event in told if event], refused, known=bool(act))
        return redirect(self.next_url())

    def stepper(self, name: str) -> Any:
        step = self.resource.steps.get(name)
        return (lambda record: getattr(record, name)(by=self.request.user)) if step and not step.form else None

    def setter(self, name: str) -> Any:
        """Sets one field of the form; tags are added to those there."""
        if name not in self.resource.bulk:
            return None
        form = self.resource.form(by=self.request.user)
        values, faults = form.clean_row({name: self.request.POST.get(name, "")}, only=[name])
        if faults:
            return None

        def change(record: Any) -> Any:
            value = values[name]
            value = list(dict.fromkeys([*getattr(record, name), *value])) if isinstance(value, list) else value
            return record.amend(by=self.request.user, **{name: value})

        return change

    def say(self, told: list[Any], refused: int, known: bool) -> None:
        if not known:
            messages.error(self.request, gettext("Nothing was changed: choose what to do, and a value that fits."))
        if told:
            words = ngettext("%(count)d record changed.", "%(count)d records changed.", len(told)) % {
                "count": len(told)
            }
            messages.success(self.request, words, extra_tags=undo_values(told))
        if refused:
            words = ngettext("%(count)d was refused.", "%(count)d were refused.", refused) % {"count": refused}
            messages.warning(self.request, words)

    def next_url(self) -> str:
        asked = self.request.POST.get("next", "")
        return asked if asked.startswith("/") and not asked.startswith("//") else self.resource.url()
