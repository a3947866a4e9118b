"""Idempotency-Key: a request repeated within 24 hours gets the same answer, and does nothing again.

The key's row is inserted in the transaction of the verb: whoever comes with the same key meanwhile waits for it, and
then finds either the answer or, when that request failed, nothing.
"""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext

from zhike.surfaces.api.models import Answer
from zhike.surfaces.api.problems import Problem, problem_of

DAY = timedelta(hours=24)
MOST = 200  # characters
KEPT_HEADERS = ("Location", "ETag", "Content-Type")
TAKE = """
    insert into api_answer (user_id, key, fingerprint, headers, body) values (%s, %s, %s, '{}', '')
    on conflict (user_id, key) do update
        set at = now(), fingerprint = excluded.fingerprint, status = null where api_answer.at < %s
    returning id
"""


def once(key: str, request: Any, act: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """The answer of `act`, or the one kept under this key. Raises Problem when the key was used for something else."""
    if len(key) > MOST or not key.isprintable():
        raise Problem("not-understood", gettext("An Idempotency-Key has at most %(most)d characters.") % {"most": MOST})
    with transaction.atomic():
        taken = _take(key, request)
        if taken is None:
            return _again(key, request)
        response = _acted(act)
        _keep(taken, response)
    return response


def forget_old() -> int:
    """How many answers were forgotten."""
    return Answer.objects.filter(at__lt=timezone.now() - DAY).delete()[0]


def _take(key: str, request: Any) -> int | None:
    with connection.cursor() as cursor:
        cursor.execute(TAKE, [request.user.pk, key, _fingerprint(request), timezone.now() - DAY])
        row = cursor.fetchone()
    return row[0] if row else None


def _acted(act: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """A refusal is an answer like any other, and is kept; what the verb wrote before it is taken back."""
    try:
        with transaction.atomic():
            return act()
    except Exception as error:
        problem = problem_of(error)
        if problem is None:
            raise
        return problem.response()


def _keep(pk: int, response: Any) -> None:
    headers = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
    body = getattr(response, "kept", response.content).decode()  # secrets are told once
    Answer.objects.filter(pk=pk).update(status=response.status_code, headers=headers, body=body)


def _again(key: str, request: Any) -> HttpResponse:
    kept = Answer.objects.get(user=request.user, key=key)
    if kept.fingerprint != _fingerprint(request):
        raise Problem("invalid", gettext("This Idempotency-Key was used for another request."))
    return HttpResponse(kept.body, status=kept.status or 500, headers=kept.headers | {"Idempotency-Replayed": "true"})


def _fingerprint(request: HttpRequest) -> str:
    """Method, address and body; where a form's parts begin is said by a word that programs make up anew each time."""
    border = (request.content_params or {}).get("boundary", "").encode()
    body = request.body.replace(border, b"") if border else request.body
    said = f"{request.method} {request.get_full_path()}\n".encode() + body
    return hashlib.sha256(said).hexdigest()
