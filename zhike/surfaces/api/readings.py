"""What areas let be read of a record beside its fields."""

from typing import Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext

from zhike.core.resources.reader import Reader
from zhike.core.resources.readings import Reading, is_reading, readings_of
from zhike.surfaces.api.problems import Problem
from zhike.surfaces.api.records import One


class ReadingName:
    """Path converter: only names of readings, so that every other stays a step's."""

    regex = "[a-z_]+"

    def to_python(self, value: str) -> str:
        if not is_reading(value):
            raise ValueError(value)
        return value

    def to_url(self, value: str) -> str:
        return value


class OneReading(One):
    patch = None  # type: ignore[assignment]

    def get(self, request: HttpRequest, reference: str, reading: str) -> Any:  # type: ignore[override]
        declared, reader = self.reading, Reader(request.user)
        said = {word.name: request.GET[word.name] for word in declared.words if word.name in request.GET}
        return declared.give(self.record(reference), reader, said)

    @property
    def reading(self) -> Reading:
        declared = readings_of(self.resource.record_type).get(self.kwargs["reading"])
        if declared is None:
            raise Http404
        return declared

    def check_scope(self, request: HttpRequest) -> None:
        """It tells of other kinds too: each must be the token's to read."""
        super().check_scope(request)
        for name in self.reading.tells:
            if not self.caller.may("read", name):
                said = gettext("The token has no right to read %(kind)s, of which this tells.") % {"kind": name}
                raise Problem("forbidden", said)
