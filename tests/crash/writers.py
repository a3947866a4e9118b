"""People who keep writing by HTTP, whatever happens to the server, and remember what was acknowledged."""

import threading
import time
from dataclasses import dataclass, field

import httpx
from django.conf import settings

TOKEN = "k" * 32
PAUSE = 0.05


@dataclass(eq=False)
class Writer(threading.Thread):
    """Logs conversations and comments on one client; each text is said in one request, which is never sent again."""

    address: str
    who: str
    session: str
    client_id: int
    stop: threading.Event
    acknowledged: dict[str, set[str]] = field(default_factory=lambda: {"said": set(), "commented": set()})
    refused: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(daemon=True)

    def run(self) -> None:
        number = 0
        while not self.stop.is_set():
            number += 1
            text = f"{self.who} {number:04}"
            log = {"client": self.client_id, "kind": "call", "text": text}
            self._send("said", "/conversations/new/", log, text)
            self._send("commented", f"/discussion/on/CL-{self.client_id}/", {"text": f"@Omar {text}"}, f"@Omar {text}")
            time.sleep(PAUSE)

    def _send(self, kind: str, path: str, said: dict[str, object], text: str) -> None:
        cookies = {settings.SESSION_COOKIE_NAME: self.session, settings.CSRF_COOKIE_NAME: TOKEN}
        headers = {"X-CSRFToken": TOKEN}
        try:
            answer = httpx.post(self.address + path, data=said, cookies=cookies, headers=headers, timeout=10)
        except httpx.HTTPError:
            time.sleep(0.2)
            return
        if answer.status_code == 302:
            self.acknowledged[kind].add(text)
        elif answer.status_code < 500:
            self.refused.append(f"{path}: {answer.status_code}")
