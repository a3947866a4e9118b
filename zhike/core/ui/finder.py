"""Lets Django's static files find what `assets` has joined."""

from collections.abc import Iterable
from typing import Any

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

from zhike.core.ui.assets import asset_folder, assets


class AssetFinder(BaseFinder):
    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        found = asset_folder() / path.removeprefix("zhike/")
        known = path.removesuffix(".gz") in assets().values()
        if find_all:
            return [str(found)] if known else []
        return str(found) if known else None

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterable[Any]:
        storage = FileSystemStorage(location=asset_folder())
        storage.prefix = "zhike"  # type: ignore[attr-defined]
        for path in assets().values():
            yield path.removeprefix("zhike/"), storage
            yield path.removeprefix("zhike/") + ".gz", storage
