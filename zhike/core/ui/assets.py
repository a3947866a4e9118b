"""One stylesheet and one script out of many small files, each served under the hash of its content.

An area adds to them by dropping files into its own `static/zhike/css` or `static/zhike/js`.
"""

import gzip
import hashlib
import os
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from time import monotonic

from django.apps import apps
from django.conf import settings
from django.templatetags.static import static

from zhike.core.ui import squeezing
from zhike.core.ui.modules import joined

HTMX = "static/django_htmx/htmx-4.min.js"


def asset_url(name: str) -> str:
    """The address of `zhike.css`, `zhike.js`, `htmx.js` or an `.svg` of ours. KeyError for any other."""
    return _url(_stamp(), name)


def assets() -> dict[str, str]:
    """Name → path below STATIC_URL, with 12 hexadecimal digits of its SHA-256 in it."""
    return {name: f"zhike/{path.name}" for name, path in _kept(_stamp()).items()}


def asset_folder() -> Path:
    return Path(settings.DATA_DIR) / "assets"


def _stamp() -> float:
    """In development the newest change among the sources; else one answer for the life of the process."""
    return _newest(int(monotonic())) if settings.DEBUG else 0.0


@lru_cache(maxsize=1)
def _newest(second: int) -> float:
    return max(path.stat().st_mtime for path in _sources("css", "js", ""))


@lru_cache(maxsize=64)
def _url(stamp: float, name: str) -> str:
    return static(assets()[name])


@cache
def _kept(stamp: float) -> dict[str, Path]:
    return {name: _keep(name, content) for name, content in _contents().items()}


def _contents() -> dict[str, bytes]:
    css = sorted(_sources("css"), key=lambda path: (path.name != "layers.css", path.name))
    drawn = {path.name: path.read_bytes() for path in _sources("") if path.suffix == ".svg"}
    return drawn | {
        "zhike.css": squeezing.sheet("\n".join(path.read_text() for path in css)).encode(),
        "zhike.js": squeezing.script(joined(sorted(_sources("js")))).encode(),
        "htmx.js": (Path(apps.get_app_config("django_htmx").path) / HTMX).read_bytes(),
    }


def _sources(*folders: str) -> Iterable[Path]:
    for config in apps.get_app_configs():
        for folder in folders:
            found = Path(config.path) / "static" / "zhike" / folder
            yield from (path for path in found.glob("*.*") if path.is_file())


def _keep(name: str, content: bytes) -> Path:
    stem, suffix = name.rsplit(".", 1)
    path = asset_folder() / f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}.{suffix}"
    path.parent.mkdir(parents=True, exist_ok=True)
    for target, data in ((path, content), (Path(f"{path}.gz"), gzip.compress(content, mtime=0))):
        if not target.exists():
            part = target.with_name(f".{target.name}.{os.getpid()}")
            part.write_bytes(data)
            part.replace(target)
    return path
