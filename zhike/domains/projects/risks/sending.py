"""How the client is told: by a letter of ours, or by whoever told them."""

from typing import Any

from zhike.clients.models.reach import Channel
from zhike.core.mail.writing import write


def send(risk: Any, contact: Any, channel: str, subject: str, text: str, *, by: Any) -> Any:
    """The letter, where it goes by mail; else None. Raises NoAddress."""
    if channel != Channel.MAIL:
        return None
    return write(by=by, to=contact, about=risk, subject=subject, text=text)
