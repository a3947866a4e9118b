"""How the client is told: by a letter of ours, or by whoever told them."""

from typing import Any

from django.utils.translation import override

from zhike.agreements.twins.noting import Word
from zhike.clients.models.reach import Channel
from zhike.core.base.languages import language_for
from zhike.core.mail.writing import write
from zhike.domains.projects.risks.drafting import subject_for


def send(risk: Any, contact: Any, channel: str, word: Word, *, by: Any, anyway: bool = False) -> Any:
    """The letter, where it goes by mail, in their hours or now `anyway`; else None. Raises NoAddress."""
    if channel != Channel.MAIL:
        return None
    with override(language_for(contact)):
        text = str(word)
    return write(by=by, to=contact, about=risk, subject=subject_for(risk, contact), text=text, at_once=anyway)
