"""What every generated page is: a resource, a signed-in person, records they may see."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views import View

from zhike.core.lifecycle.errors import Forbidden
from zhike.core.resources.resource import Resource


class Moved(Exception):
    """The record of the address goes by another reference: it was merged into `record`."""

    def __init__(self, record: Any) -> None:
        super().__init__(record)
        self.record = record


class ResourcePage(View):
    """To change a page, override a method, or add a template named `<resource>/<kind>.html` in the area. A page class
    that several resources share sets `template`.
    """

    resource: Resource = None  # type: ignore[assignment]  # given by the address
    kind = ""
    template = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        try:
            return super().dispatch(request, *args, **kwargs)
        except Moved as moved:
            return redirect(self.resource.url("detail", moved.record))

    def record(self) -> Any:
        """The record of the address; 404 when there is none that this person may see."""
        found = self.resource.records(self.request.user).by_reference(self.kwargs["reference"]).first()
        if found is None:
            raise Http404
        if found.reference != self.kwargs["reference"].strip().upper():
            raise Moved(found)
        return found

    def show(self, context: dict[str, Any], part: str = "", status: int = 200) -> HttpResponse:
        """The page, or one `part` of it, from the area's template if it has one."""
        own = [self.template] if self.template else []
        names = [*own, f"{self.resource.name}/{self.kind}.html", f"pages/{self.kind}.html"]
        told = {"resource": self.resource, "page": self} | context
        return render(self.request, [name + part for name in names], told, status=status)

    def require(self, allowed: bool) -> None:
        """Raises Forbidden (403) unless allowed: for people who may see the record, but not do this."""
        if not allowed:
            raise Forbidden
