"""The signature: HMAC-SHA256 over the time and the body, so that neither can be changed nor sent again later."""

import hashlib
import hmac
import secrets
from collections.abc import Iterable

BEGINS, BYTES = "whsec_", 32


def new_secret() -> str:
    return BEGINS + secrets.token_urlsafe(BYTES)


def signature(body: bytes, at: int, keys: Iterable[str]) -> str:
    """`t=1764072000,v1=<hex>`, with a v1 for each key; `at` is in seconds since 1970."""
    return ",".join([f"t={at}", *(f"v1={_digest(body, at, key)}" for key in keys)])


def _digest(body: bytes, at: int, key: str) -> str:
    return hmac.new(key.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
