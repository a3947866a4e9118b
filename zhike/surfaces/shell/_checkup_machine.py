"""`zhike check`: configuration, keys, folders."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.checks import ERROR, run_checks

from zhike.surfaces.shell._finding import Finding

LEAST_FREE = 1_000_000_000  # bytes
PACKAGE_FILE = "vendor/sortable.js"


def configuration() -> Iterator[Finding]:
    """Django's own checks, debug, and where the pages are reached."""
    wrong = [one for one in run_checks() if one.level >= ERROR]
    for one in wrong:
        yield Finding("bad", "configuration", f"{one.msg} ({one.id})", str(one.hint or ""))
    if settings.DEBUG:
        yield Finding("warn", "configuration", "Debug is on: errors show the code.", "Set ZHIKE_DEBUG=off.")
    if "*" in settings.ALLOWED_HOSTS:
        yield Finding("warn", "configuration", "Any host name is answered.", "Name yours in ZHIKE_HOSTS.")
    if not wrong:
        yield Finding("ok", "configuration", f"Data in {settings.DATA_DIR}; hosts {' '.join(settings.ALLOWED_HOSTS)}.")


def secret_key() -> Iterator[Finding]:
    kept = Path(settings.DATA_DIR) / "keys" / "secret"
    if len(settings.SECRET_KEY) < 50:
        yield Finding("bad", "secret key", "It is short.", "Give ZHIKE_SECRET_KEY at least 50 random characters.")
    elif not kept.exists() or kept.read_text().strip() != settings.SECRET_KEY:
        yield Finding("ok", "secret key", "It comes from ZHIKE_SECRET_KEY; no backup holds it: keep it elsewhere too.")
    elif kept.stat().st_mode & 0o077:
        yield Finding("bad", "secret key", f"Others on this machine can read {kept}.", f"Run: chmod 600 {kept}")
    else:
        yield Finding("ok", "secret key", f"In {kept}, readable by its owner alone.")


def storage() -> Iterator[Finding]:
    """Whether the data folder can be written to, and has room."""
    folder = Path(settings.DATA_DIR)
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"x")
    except OSError as error:
        mend = f"Give user {os.geteuid()} the right to write there."
        yield Finding("bad", "storage", f"{folder} cannot be written to: {error.strerror}.", mend)
        return
    free = shutil.disk_usage(folder).free
    room = f"{free / 1e9:.1f} GB free in {folder}."
    yield Finding("ok", "storage", room) if free > LEAST_FREE else Finding("bad", "storage", room, "Make room.")


def made_files() -> Iterator[Finding]:
    """What is made when the program is built: front-end packages, compiled translations."""
    compiled = all(
        path.with_suffix(".mo").exists() for folder in settings.LOCALE_PATHS for path in folder.rglob("*.po")
    )
    if not finders.find(PACKAGE_FILE):
        yield Finding("bad", "made files", "The front-end packages are missing.", "In a clone run: bin/zhike check")
    elif not compiled:
        yield Finding("bad", "made files", "The translations are not compiled.", "In a clone run: bin/zhike check")
    else:
        yield Finding("ok", "made files", "Front-end packages and translations are here.")
