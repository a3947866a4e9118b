"""`zhike check`: configuration, keys, folders."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.checks import ERROR, run_checks
from django.utils.translation import gettext as _

from zhike.surfaces.shell._finding import Finding

LEAST_FREE = 1_000_000_000  # bytes
PACKAGE_FILE = "vendor/sortable.js"


def configuration() -> Iterator[Finding]:
    """Django's own checks, debug, and where the pages are reached."""
    wrong = [one for one in run_checks() if one.level >= ERROR]
    for one in wrong:
        yield Finding("bad", "configuration", f"{one.msg} ({one.id})", str(one.hint or ""))
    if settings.DEBUG:
        yield Finding("warn", "configuration", _("Debug is on: errors show the code."), _("Set ZHIKE_DEBUG=off."))
    if "*" in settings.ALLOWED_HOSTS:
        yield Finding("warn", "configuration", _("Any host name is answered."), _("Name yours in ZHIKE_HOSTS."))
    if not wrong:
        yield Finding(
            "ok",
            "configuration",
            _("Data in {folder}; hosts {hosts}.").format(
                folder=settings.DATA_DIR, hosts=" ".join(settings.ALLOWED_HOSTS)
            ),
        )


def secret_key() -> Iterator[Finding]:
    kept = Path(settings.DATA_DIR) / "keys" / "secret"
    if len(settings.SECRET_KEY) < 50:
        yield Finding("bad", "secret key", _("It is short."), _("Give ZHIKE_SECRET_KEY at least 50 random characters."))
    elif not kept.exists() or kept.read_text().strip() != settings.SECRET_KEY:
        yield Finding(
            "ok", "secret key", _("It comes from ZHIKE_SECRET_KEY; no backup holds it: keep it elsewhere too.")
        )
    elif kept.stat().st_mode & 0o077:
        yield Finding(
            "bad", "secret key", _("Others on this machine can read {file}.").format(file=kept), f"chmod 600 {kept}"
        )
    else:
        yield Finding("ok", "secret key", _("In {file}, readable by its owner alone.").format(file=kept))


def storage() -> Iterator[Finding]:
    """Whether the data folder can be written to, and has room."""
    folder = Path(settings.DATA_DIR)
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"x")
    except OSError as error:
        mend = _("Give user {user} the right to write there.").format(user=os.geteuid())
        yield Finding(
            "bad", "storage", _("{folder} cannot be written to: {why}.").format(folder=folder, why=error.strerror), mend
        )
        return
    free = shutil.disk_usage(folder).free
    room = _("{free} GB free in {folder}.").format(free=f"{free / 1e9:.1f}", folder=folder)
    yield Finding("ok", "storage", room) if free > LEAST_FREE else Finding("bad", "storage", room, _("Make room."))


def made_files() -> Iterator[Finding]:
    """What is made when the program is built: front-end packages, compiled translations."""
    compiled = all(
        path.with_suffix(".mo").exists() for folder in settings.LOCALE_PATHS for path in folder.rglob("*.po")
    )
    if not finders.find(PACKAGE_FILE):
        yield Finding(
            "bad", "made files", _("The front-end packages are missing."), _("In a clone run: bin/zhike check")
        )
    elif not compiled:
        yield Finding(
            "bad", "made files", _("The translations are not compiled."), _("In a clone run: bin/zhike check")
        )
    else:
        yield Finding("ok", "made files", _("Front-end packages and translations are here."))
