"""The mails of one exchange: what came before, as mail programs know it (RFC 5322, 3.6.4), and as people read it."""

from typing import Any

from django.db.models import Q

from zhike.core.mail.models import Letter

MOST = 20  # identifications in a mail's head


def exchange_of(conversation: Any) -> Any:
    """The conversation and those of the same exchange, oldest first."""
    first = conversation.thread_id or conversation.pk
    return type(conversation).objects.filter(Q(pk=first) | Q(thread=first)).order_by("happened_at", "pk")


def threading(conversation: Any) -> dict[str, str]:
    """The headers by which the reader's mail program knows what a mail of this conversation answers."""
    others = [one for one in exchange_of(conversation) if one.pk != conversation.pk]
    written = Letter.objects.filter(
        record_type=conversation._meta.label_lower, record_id__in=[one.pk for one in others]
    ).order_by("pk")
    came = [(one.happened_at, one.message_id) for one in others if one.message_id]
    went = [(one.created_at, one.message_id) for one in written]
    known = [message_id for _at, message_id in sorted(came + went)][-MOST:]
    if not known:
        return {}
    return {"In-Reply-To": came[-1][1] if came else known[-1], "References": " ".join(known)}
