"""Files on their way in, for the tests."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.public_data import PUBLIC
from zhike.surfaces.exchange.engine import run
from zhike.surfaces.exchange.models import Import
from zhike.surfaces.exchange.opening import open_file

Bring = Callable[..., Import]


@pytest.fixture(autouse=True)
def _files_elsewhere(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def opened(tmp_path: Path) -> Bring:
    """opened("clients", lena, "name,phone\\nTramlight,138…") gives a matched import."""

    def open_(resource: str, by: Any, text: str | bytes, name: str = "file.csv") -> Import:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return open_file(path, name, resource=resource, by=by)

    return open_


@pytest.fixture
def bring(opened: Bring) -> Bring:
    """The same, imported."""
    return lambda *what, **more: run(opened(*what, **more))


@pytest.fixture
def public() -> Path:
    """The folder of real exports, which lies only on some machines."""
    return PUBLIC
