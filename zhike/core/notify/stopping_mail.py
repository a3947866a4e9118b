"""The link under each mail that ends its kind: signed, for one person and one reason, without signing in (RFC 8058)."""

from typing import Any

from django.conf import settings
from django.core import signing
from django.urls import reverse

from zhike.core.notify.models import Reason, Way

SALT = "zhike.notify.stop"
DIGEST = "digest"


def link_to_stop(user_id: int, what: str) -> str:
    """`what` is a reason, or "digest"."""
    return settings.ADDRESS + reverse("notification_stop", args=[signing.dumps([user_id, what], salt=SALT)])


def read_link(key: str) -> tuple[int, str] | None:
    try:
        user_id, what = signing.loads(key, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return (user_id, what) if what == DIGEST or what in Reason.values else None


def heads(link: str) -> dict[str, str]:
    """What lets a mail program offer to stop it with one press."""
    return {"List-Unsubscribe": f"<{link}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def wished_by_stopping(what: str) -> dict[str, Any]:
    return {"ways": {}, "digest_at": None} if what == DIGEST else {"ways": {what: Way.APP}}
