"""A program that listens, on this machine, and Lena's webhook that tells it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import sleep
from typing import Any

import pytest

from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Undelivered
from zhike.surfaces.webhooks.models import Webhook
from zhike.surfaces.webhooks.sending import send_to


@dataclass
class Listener:
    """`heard` are (headers, body) in their order; `answers` are the next statuses, then 200; `slow` is how
    long each letter of its answer takes."""

    port: int
    heard: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)
    slow: float = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/zhike?from=here"

    @property
    def told(self) -> list[Any]:
        return [json.loads(body) for _headers, body in self.heard]


@pytest.fixture
def listener() -> Iterator[Listener]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            listening.heard.append((dict(self.headers), body))
            status = listening.answers.pop(0) if listening.answers else 200
            for letter in "HTTP/1.1" if listening.slow else "":
                sleep(listening.slow)
                self.wfile.write(letter.encode())
            self.send_response(status)
            if status == 302:
                self.send_header("Location", listening.address)
            self.send_header("Content-Length", "4")
            self.end_headers()
            self.wfile.write(b"Well")

        def log_message(self, *_said: Any) -> None:
            """Quietly."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    listening = Listener(server.server_port)
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield listening
    server.shutdown()
    server.server_close()


@pytest.fixture
def webhook(cast, listener, settings) -> Webhook:
    settings.PRIVATE_WEBHOOKS = True
    made = Webhook.objects.add(by=cast.lena, name="Ledger of the shop", address=listener.address)
    Undelivered.objects.all().delete()
    return made


def tell(webhook: Webhook) -> int:
    """What the dispatcher and a worker do; how many deliveries were tried."""
    deliver_all()
    return send_to(webhook.pk)
