"""Secrets at rest: sealed with a key derived from the secret key, so that a copy of the database does not give them."""

import base64

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def sealed(secret: str) -> str:
    return _box().encrypt(secret.encode()).decode() if secret else ""


def opened(kept: str) -> str:
    """The secret; empty when there is none, or when the secret key is no longer the one it was sealed with."""
    try:
        return _box().decrypt(kept.encode()).decode() if kept else ""
    except InvalidToken:
        return ""


def _box() -> Fernet:
    key = HKDF(SHA256(), 32, salt=None, info=b"zhike.mail.server").derive(settings.SECRET_KEY.encode())
    return Fernet(base64.urlsafe_b64encode(key))
