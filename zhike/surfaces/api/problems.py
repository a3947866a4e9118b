"""What went wrong, as RFC 9457 has it: application/problem+json, in the asked language."""

from typing import Any

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.errors import Forbidden, Refused, StaleEdit
from zhike.surfaces.api.json import written

KINDS: dict[str, tuple[int, Promise]] = {
    "not-understood": (400, _("The request was not understood.")),
    "no-token": (401, _("A token is needed.")),
    "forbidden": (403, _("This is not yours to do.")),
    "not-found": (404, _("Nothing is here.")),
    "wrong-method": (405, _("That cannot be done at this address.")),
    "refused": (409, _("It was refused.")),
    "stale": (412, _("It has changed since it was read.")),
    "too-large": (413, _("That is too much at once.")),
    "wrong-content": (415, _("The content is not of the expected kind.")),
    "invalid": (422, _("Some values do not fit.")),
    "no-version": (428, _("Say which version is meant.")),
    "too-many": (429, _("Too many requests.")),
}
PAGE = "/api/problems#"


class Problem(Exception):
    """`kind` is a name of `KINDS`; `more` are further members of the answer, such as `errors`."""

    def __init__(self, kind: str, detail: Any = "", *, headers: dict[str, str] | None = None, **more: Any) -> None:
        super().__init__(kind, detail)
        self.kind, self.detail, self.headers, self.more = kind, detail, headers or {}, more

    @property
    def status(self) -> int:
        return KINDS[self.kind][0]

    def told(self) -> dict[str, Any]:
        """The answer's members."""
        status, title = KINDS[self.kind]
        told = {"type": PAGE + self.kind, "title": str(title), "status": status}
        return told | ({"detail": str(self.detail)} if self.detail else {}) | self.more

    def response(self) -> HttpResponse:
        return written(self.told(), status=self.status, content_type="application/problem+json", headers=self.headers)


def problem_of(error: Exception) -> Problem | None:
    """The problem that an error of a form, verb or look-up is; None for what is nobody's doing but ours."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, Forbidden):
        return Problem("forbidden", str(error))
    if isinstance(error, StaleEdit):
        said = gettext("Read it again, and send its new ETag in If-Match.")
        return Problem("stale", said, version=error.current.version)
    if isinstance(error, Refused):
        return Problem("refused", str(error))
    if isinstance(error, Http404):
        return Problem("not-found")
    if isinstance(error, RequestDataTooBig):
        return Problem("too-large")
    unclear = isinstance(error, BadRequest | SuspiciousOperation | MultiPartParserError)
    return Problem("not-understood", str(error)) if unclear else None
