"""JSON in and out."""

import json
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext

from zhike.core.base.json_texts import loads


def written(
    what: Any, *, status: int = 200, content_type: str = "application/json", headers: dict[str, str] | None = None
) -> HttpResponse:
    return HttpResponse(text(what), status=status, content_type=content_type, headers=headers)


def text(what: Any) -> str:
    return json.dumps(what, ensure_ascii=False, separators=(",", ":"), default=_other)


def read(request: HttpRequest) -> Any:
    """The body. Raises BadRequest with a sentence."""
    try:
        return loads(request.body or b"null", parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise BadRequest(gettext("The body is not JSON: %(why)s") % {"why": error}) from error


def _refuse_constant(word: str) -> Any:
    raise ValueError(f"{word} is not a JSON number")


def _other(value: Any) -> Any:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Promise):
        return str(value)
    raise TypeError(f"{type(value).__name__} is not written as JSON")
