"""Taking a declared step: at once, or after its form."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from zhike.core.base.way_back import way_back
from zhike.core.history.undo import undo_values
from zhike.core.lifecycle.transition import Step
from zhike.core.pages.missing import missing
from zhike.core.pages.page import ResourcePage
from zhike.core.pages.refusing import telling_refusals
from zhike.core.record.step_form import StepForm


class StepPage(ResourcePage):
    kind = "step"

    def get(self, request: HttpRequest, reference: str, step: str) -> HttpResponse:
        record = self.record()
        declared = self.declared()
        return self.ask(record, declared, self.form(declared, record))

    def post(self, request: HttpRequest, reference: str, step: str) -> HttpResponse:
        record, declared = self.record(), self.declared()
        form = self.form(declared, record, request.POST)
        if form is not None and not form.is_valid():
            return self.ask(record, declared, form, status=422)
        with telling_refusals(request):
            event = getattr(record, step)(by=request.user, **(form.cleaned_data if form else {}))
            messages.success(request, f"{declared.label}: {record}", extra_tags=undo_values([event]))
        return redirect(self.next_url(record))

    def ask(self, record: Any, step: Step, form: Any, status: int = 200) -> HttpResponse:
        """Its form; what to do first where that has a question with nothing to choose."""
        lacks = missing(form, record, self.request.user, self.request.get_full_path())
        return self.show({"record": record, "step": step, "form": form, "missing": lacks}, status=status)

    def form(self, step: Step, record: Any, said: Any = None) -> Any:
        """The step's form; a StepForm is told the record and the person."""
        if step.form is None:
            return None
        told = {"record": record, "by": self.request.user} if issubclass(step.form, StepForm) else {}
        return step.form(said, **told)

    def declared(self) -> Step:
        """404 for a step that this kind of record does not have."""
        if self.kwargs["step"] not in self.resource.steps:
            raise Http404
        return self.resource.steps[self.kwargs["step"]]

    def next_url(self, record: Any) -> str:
        seen = self.resource.records(self.request.user).filter(pk=record.pk).exists()
        return way_back(self.request, self.resource.url("detail", record) if seen else self.resource.url())
