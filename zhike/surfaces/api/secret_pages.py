"""Pages after which a secret is shown, this once: it stands in `secret` of the record that was just made or changed."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from zhike.core.pages.form import FormPage
from zhike.core.pages.page import ResourcePage
from zhike.core.pages.step import StepPage


def shown_once(page: ResourcePage, record: Any, answer: HttpResponse) -> HttpResponse:
    """The page with the secret; `answer` where there is none. Nothing keeps it."""
    if not hasattr(record, "secret"):
        return answer
    page.kind = "secret"
    shown = page.show({"record": record, "secret": record.secret})
    shown.headers["Cache-Control"] = "no-store"
    return shown


class SecretFormPage(FormPage):
    made: Any = None

    def post(self, request: HttpRequest, reference: str = "") -> HttpResponse:
        answer = super().post(request, reference)
        return shown_once(self, self.made, answer)

    def next_url(self, saved: Any) -> str:
        self.made = saved
        return super().next_url(saved)


class SecretStepPage(StepPage):
    changed: Any = None

    def post(self, request: HttpRequest, reference: str, step: str) -> HttpResponse:
        answer = super().post(request, reference, step)
        return shown_once(self, self.changed, answer)

    def record(self) -> Any:
        self.changed = super().record()
        return self.changed
