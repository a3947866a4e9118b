"""Several things said in a row."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import pgettext


def listed(things: Iterable[Any]) -> str:
    """As `key, retainer`; 重点、续约 in Chinese."""
    return pgettext("between names", ", ").join(map(str, things))
