"""Sending: one worker at a time has a webhook, and tells it what is due in the order of each record.

A delivery is marked after it was answered. A worker that is killed between the two leaves it waiting; when its claim
has run out another sends it again, under the same reference: at least once.
"""

import logging
from datetime import datetime, timedelta
from http.client import HTTPException
from time import perf_counter
from typing import Any

from django.conf import settings
from django.utils import timezone

from zhike import __version__
from zhike.core.base.outbound import Astray, Line
from zhike.core.lifecycle.errors import Refused
from zhike.core.mail.server import the_program
from zhike.surfaces.webhooks.jobs import send
from zhike.surfaces.webhooks.models import Delivery, State, Webhook
from zhike.surfaces.webhooks.signing import signature
from zhike.surfaces.webhooks.telling import bodies

TOGETHER = 30
CLAIM = timedelta(minutes=2)
RENEWED = timedelta(seconds=30)  # so often at most, while answers are slow
SECONDS = 10.0  # for an answer
DELAYS = tuple(timedelta(seconds=n) for n in (10, 60, 300, 900, 3_600, 10_800, 21_600, 43_200, 43_200, 86_400))
REST = timedelta(minutes=10)  # at most, between two tries at an address that fails
LONG = timedelta(days=2)  # of nothing but failures: it is switched off
KEPT = timedelta(days=30)
GONE = 410

log = logging.getLogger(__name__)


def send_all() -> int:
    return sum(send_to(pk) for pk in _due().values_list("pk", flat=True))


def send_to(webhook_id: int) -> int:
    """Send until nothing is due; how many were tried. None while another worker has it, or while it rests."""
    total = 0
    while webhook := _claimed(webhook_id):
        try:
            sent = _send(webhook)
        finally:
            Webhook.objects.filter(pk=webhook.pk, claimed_until=webhook.claimed_until).update(claimed_until=None)
        total += sent
        if webhook.failures or not Delivery.objects.due(webhook).exists():
            break
    return total


def forget_old() -> int:
    """Those of long ago, whatever became of them; how many."""
    return int(Delivery.objects.filter(created_at__lt=timezone.now() - KEPT).delete()[0])


def _due() -> Any:
    now = timezone.now()
    resting = Webhook.objects.filter(not_before__gt=now) | Webhook.objects.filter(claimed_until__gt=now)
    return Webhook.objects.working().exclude(pk__in=resting.values("pk"))


def _claimed(pk: int) -> Webhook | None:
    until = timezone.now() + CLAIM
    if not _due().filter(pk=pk).update(claimed_until=until):
        return None
    return Webhook.objects.select_related("owner").get(pk=pk)


def _send(webhook: Webhook) -> int:
    """Stretch by stretch, until one is not taken."""
    total = 0
    try:
        with Line(webhook.address, private=settings.PRIVATE_WEBHOOKS, seconds=SECONDS) as line:
            while stretch := list(Delivery.objects.due(webhook)[:TOGETHER]):
                told = bodies(webhook, stretch)
                for one in stretch:
                    if not _still_ours(webhook):
                        return total
                    total += 1
                    if not _went(line, webhook, one, told.get(one.pk)):
                        return total
    except (Astray, OSError, HTTPException) as error:
        if first := Delivery.objects.due(webhook).first():
            _failed(webhook, first, None, _words(error), None)
            total += 1
    return total


def _still_ours(webhook: Webhook) -> bool:
    """Claim it anew before it runs out. A worker that slept meanwhile finds that another has it, and tells nothing."""
    until, before = timezone.now() + CLAIM, webhook.claimed_until
    if before and until - before < RENEWED:
        return True
    if not Webhook.objects.working().filter(pk=webhook.pk, claimed_until=before).update(claimed_until=until):
        return False
    webhook.claimed_until = until
    return True


def _went(line: Line, webhook: Webhook, one: Delivery, body: bytes | None) -> bool:
    """Whether the next may follow."""
    if body is None:
        _mark(one, state=State.WITHHELD)
        return True
    began = perf_counter()
    try:
        answer = line.post(body, _headers(webhook, one, body))
    except (OSError, HTTPException) as error:
        _failed(webhook, one, None, _words(error), began)
        return False
    if not 200 <= answer.status < 300:
        _failed(webhook, one, answer.status, answer.text, began)
        return False
    _mark(one, state=State.SENT, status=answer.status, answer=_short(answer.text), took=_since(began), sent_at=_now())
    if webhook.failures:
        webhook.failures, webhook.failing_since, webhook.not_before = 0, None, None
        _keep(webhook, "failures", "failing_since", "not_before")
    return True


def _headers(webhook: Webhook, one: Delivery, body: bytes) -> dict[str, str]:
    at = int(_now().timestamp())
    return {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": f"Zhike/{__version__}",
        "Zhike-Delivery": one.reference,
        "Zhike-Event": one.kind,
        "Zhike-Signature": signature(body, at, webhook.secrets),
    }


def _failed(webhook: Webhook, one: Delivery, status: int | None, answer: str, began: float | None) -> None:
    """Later each time; what follows of its record waits for it, until it is given up after some four days."""
    now, tries = _now(), one.tries
    over = tries >= len(DELAYS)
    told = {"status": status, "answer": _short(answer), "took": None if began is None else _since(began)}
    _mark(one, state=State.FAILED, **told) if over else _mark(one, due_at=now + DELAYS[tries], **told)
    webhook.failures += 1
    webhook.failing_since = webhook.failing_since or now
    webhook.not_before = now + min(timedelta(seconds=2 ** min(webhook.failures, 10)), REST)
    _keep(webhook, "failures", "failing_since", "not_before")
    if status == GONE or now - webhook.failing_since > LONG:
        _give_up(webhook, f"{status or ''} {answer}".strip())
    else:
        send.configure(schedule_at=webhook.not_before).defer(webhook_id=webhook.pk)


def _give_up(webhook: Webhook, answer: str) -> None:
    try:
        webhook.give_up(by=the_program(), answer=answer)
    except Refused:  # switched off meanwhile
        log.info("The webhook %s was off already", webhook.pk)


def _mark(one: Delivery, **told: Any) -> None:
    Delivery.objects.filter(pk=one.pk).update(tries=one.tries + 1, **told)


def _keep(webhook: Webhook, *names: str) -> None:
    Webhook.objects.filter(pk=webhook.pk).update(**{name: getattr(webhook, name) for name in names})


def _words(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _short(text: str) -> str:
    return text.replace("\0", "")[:500]


def _since(began: float) -> int:
    return int((perf_counter() - began) * 1_000)


def _now() -> datetime:
    return timezone.now()
