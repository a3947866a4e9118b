"""Where content is kept: outside the web root, in sharded folders, under a random name without an ending."""

import hashlib
import os
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True)
class Kept:
    """`stored` is the random name, `size` in bytes, `sha256` in hexadecimal."""

    stored: str
    size: int
    sha256: str


def keep(chunks: Iterable[bytes]) -> Kept:
    """Write content to the disk, complete or not at all, before its row commits: a sweep removes what stays alone."""
    stored = secrets.token_hex(16)
    path = path_of(stored)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    size, digest, half = 0, hashlib.sha256(), path.with_suffix(".part")
    with half.open("xb") as file:
        for chunk in chunks:
            file.write(chunk)
            digest.update(chunk)
            size += len(chunk)
        file.flush()
        os.fsync(file.fileno())
    half.chmod(0o600)
    half.rename(path)
    return Kept(stored, size, digest.hexdigest())


def remove(stored: str) -> None:
    path_of(stored).unlink(missing_ok=True)


def path_of(stored: str) -> Path:
    return folder() / stored[:2] / stored[2:4] / stored


def folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "attachments"


def all_kept() -> Iterator[Path]:
    """Everything on the disk, half-written files too."""
    return (path for path in folder().glob("??/??/*") if path.is_file())
