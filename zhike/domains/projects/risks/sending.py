"""How the client is told: by a letter of ours, or by whoever told them."""

from typing import Any

from zhike.clients.models.reach import Channel
from zhike.core.mail.writing import write


def send(risk: Any, contact: Any, channel: str, subject: str, text: str, *, by: Any, anyway: bool = False) -> Any:
    """The letter, where it goes by mail, in their hours or now `anyway`; else None. Raises NoAddress."""
    if channel != Channel.MAIL:
        return None
    return write(by=by, to=contact, about=risk, subject=subject, text=text, at_once=anyway)
