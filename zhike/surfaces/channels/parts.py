"""On a conversation's page: the mail that it was, whole, and what machines answered."""

from typing import Any

from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader
from zhike.surfaces.channels.folding import fold
from zhike.surfaces.channels.models import Incoming, State


@part("conversations.main", template="channels/whole.html", order=10)
def whole_mail(record: Any, reader: Reader) -> dict[str, Any] | None:
    """What was folded away, the mail as it came, files that were left out, automatic answers."""
    mails = list(Incoming.objects.visible_to(reader.user).filter(conversation=record).order_by("pk"))
    placed = next((one for one in mails if one.state == State.PLACED), None)
    automatic = [one for one in mails if one.state == State.ASIDE]
    if placed is None and not automatic:
        return None
    return {"mail": placed, "folded": fold(placed.text)[1] if placed else "", "automatic": automatic}
