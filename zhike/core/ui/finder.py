"""Lets Django's static files find what `assets` has joined."""

from collections.abc import Iterable
from typing import Any

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

from zhike.core.ui.assets import asset_folder, assets


class AssetFinder(BaseFinder):
    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """The file's path, or all of one; an empty list where it is not ours (what Django asks of a finder)."""
        if path.removesuffix(".gz") not in assets().values():
            return []
        found = str(asset_folder() / path.removeprefix("zhike/"))
        return [found] if find_all else found

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterable[Any]:
        storage = FileSystemStorage(location=asset_folder())
        storage.prefix = "zhike"  # type: ignore[attr-defined]
        for path in assets().values():
            yield path.removeprefix("zhike/"), storage
            yield path.removeprefix("zhike/") + ".gz", storage
