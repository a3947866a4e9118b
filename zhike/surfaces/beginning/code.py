"""The code that whoever reads the log has, and nobody else: it makes the first administrator, once."""

import hashlib
from hmac import compare_digest

from zhike.core.access.models import User
from zhike.core.access.passwords import made_up
from zhike.core.base.kept import Kept
from zhike.surfaces.beginning.models import Beginning


@Kept
def nobody_yet() -> bool:
    """Whether the installation is empty: nobody but the program itself was ever there."""
    return not User.objects.filter(is_system=False).exists()


def offered() -> str:
    """A new code while there is nobody; only the newest counts. Empty as soon as there is somebody."""
    nobody_yet.forget()
    if not nobody_yet():
        return ""
    code = made_up()
    Beginning.objects.update_or_create(pk=1, defaults={"code_digest": _digest(code)})
    return code


def fits(said: str) -> bool:
    kept = Beginning.objects.filter(pk=1).first()
    return bool(kept and kept.code_digest) and compare_digest(kept.code_digest, _digest(said))  # type: ignore[union-attr]


def _digest(code: str) -> str:
    return hashlib.sha256(code.strip().lower().encode()).hexdigest()
