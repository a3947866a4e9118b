"""Typeset documents, kept for a while under what is in them: who asks for the same gets the same file."""

import secrets
import time
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings

from zhike.core.documents.typesetting import PACKAGE, as_text, typeset

DAYS_KEPT = 7


def digest_of(template: str, told: dict[str, Any]) -> str:
    """Of data and templates: a document tells of more records than one, so no version of one record would do."""
    digest = sha256(as_text(told).encode())
    for path in (PACKAGE / template, *sorted(Path(__file__).parent.glob("typst/*.typ"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_kept(digest: str) -> bool:
    return _path(digest).exists()


def pdf_of(template: str, told: dict[str, Any], digest: str) -> Path:
    """The file, made when it is not there."""
    path = _path(digest)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        half = path.with_suffix(f".{secrets.token_hex(4)}")
        half.write_bytes(typeset(template, told))
        half.chmod(0o600)
        half.rename(path)
    return path


def forget(now: float | None = None) -> int:
    """Remove what was made more than a week ago; how many."""
    return _remove((now or time.time()) - DAYS_KEPT * 86_400)


def forget_all() -> int:
    """Remove every one: what is in them must not outlast an erasure. Whoever asks again gets it typeset anew."""
    return _remove(float("inf"))


def _remove(oldest: float) -> int:
    old = [path for path in folder().glob("*") if path.is_file() and path.stat().st_mtime < oldest]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "documents"


def _path(digest: str) -> Path:
    return folder() / f"{digest}.pdf"
