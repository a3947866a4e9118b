"""Static files, collected once per version of them into the data folder, under names that carry their hash."""

import hashlib
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def collect() -> bool:
    """Collects when the sources have changed since; says whether it did. In debug the sources are served themselves."""
    if settings.DEBUG or is_built():
        return False
    call_command("collectstatic", interactive=False, clear=True, verbosity=0, stdout=StringIO())
    _stamp().write_text(_sources())
    return True


def is_built() -> bool:
    """Whether the collected files are those of the present sources."""
    return _stamp().exists() and _stamp().read_text() == _sources()


def _stamp() -> Path:
    return Path(settings.STATIC_ROOT) / ".sources"


def _sources() -> str:
    """A digest of name, size and time of every source file."""
    lines = []
    for finder in get_finders():
        for name, storage in finder.list([]):
            stat = Path(storage.path(name)).stat()
            lines.append(f"{name} {stat.st_size} {stat.st_mtime_ns}")
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()
