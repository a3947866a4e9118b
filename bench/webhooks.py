"""Deliveries of a webhook sent to a program on this machine, beside bare posts of the same bodies.

Ours: what is due read, sight looked up, told in words, signed, posted and marked. Bare: the bodies alone, one post
after another over one connection. Both go to the same listener, a process of its own.
"""

import http.client
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from time import perf_counter
from typing import Any

from django.conf import settings
from django.db import transaction

from bench.seeding import MEMBER
from bench.shape import Shape
from zhike.clients.models import Client
from zhike.core.access.models import User
from zhike.core.timeline.models import Event
from zhike.surfaces.webhooks.models import Delivery, State, Webhook
from zhike.surfaces.webhooks.sending import send_to
from zhike.surfaces.webhooks.telling import bodies

ROUNDS, EACH = 5, 300
LISTENER = """
import asyncio, re
ANSWER = b"HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nOK"
async def hear(reader, writer):
    while head := await reader.readuntil(b"\\r\\n\\r\\n"):
        await reader.readexactly(int(re.search(rb"(?i)content-length: (\\d+)", head)[1]))
        writer.write(ANSWER)
async def main():
    server = await asyncio.start_server(hear, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()
asyncio.run(main())
"""


def measure(shape: Shape) -> dict[str, Any]:
    """The row of the report. Nothing stays: all is rolled back."""
    settings.PRIVATE_WEBHOOKS = True
    ours, theirs = [], []
    with _listening() as port, transaction.atomic():
        webhook = _made(port)
        told = [*bodies(webhook, list(webhook.deliveries.all()[:EACH])).values()]
        for _round in range(ROUNDS):
            webhook.deliveries.update(state=State.WAITING)
            began = perf_counter()
            sent = send_to(webhook.pk)
            ours.append((perf_counter() - began) * 1_000 / sent)
            theirs.append(_bare(port, told))
        transaction.set_rollback(True)
    whole, alone = median(ours), median(theirs)
    return {
        "scenario": "webhooks",
        "ratio": round(whole / alone, 2),
        "ours_ms": round(whole, 2),
        "bare_ms": round(alone, 2),
        "rounds": ROUNDS,
        "per_second": round(1_000 / whole),
    }


def _made(port: int) -> Webhook:
    member = User.objects.get(email=MEMBER)
    webhook = Webhook.objects.add(by=member, name="Bench", address=f"http://127.0.0.1:{port}/")
    seen = Client.objects.visible_to(member).values("pk")[:EACH]
    events = Event.objects.filter(record_type="clients.client", record_id__in=seen)[:EACH]
    Delivery.objects.bulk_create(
        Delivery(webhook=webhook, event=one, kind=one.kind, record_type=one.record_type, record_id=one.record_id)
        for one in events
    )
    return webhook


def _bare(port: int, told: list[bytes]) -> float:
    """Milliseconds for one."""
    line, began = http.client.HTTPConnection("127.0.0.1", port), perf_counter()
    for body in told:
        line.request("POST", "/", body, {"Content-Type": "application/json"})
        line.getresponse().read()
    spent = (perf_counter() - began) * 1_000 / len(told)
    line.close()
    return spent


@contextmanager
def _listening() -> Iterator[int]:
    process = subprocess.Popen([sys.executable, "-c", LISTENER], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        assert process.stdout is not None
        yield int(process.stdout.readline())
    finally:
        process.kill()
        process.wait()
