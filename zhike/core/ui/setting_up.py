"""What administrators set: each area registers its own part of the settings, at start-up, in its `navigation.py`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from zhike.core.access.areas import leads_nowhere


@dataclass(frozen=True)
class SettingsPart:
    """Where, what it is called, what it is for; `counted` gives how many there are."""

    url_name: str
    icon: str
    label: str | Promise
    text: str | Promise
    counted: Callable[[], int] | None = None
    order: int = 50

    @property
    def url(self) -> str:
        return reverse(self.url_name)

    @property
    def count(self) -> int | None:
        return self.counted() if self.counted else None


_parts: dict[str, SettingsPart] = {}


def register(part: SettingsPart) -> SettingsPart:
    _parts[part.url_name] = part
    return part


def parts() -> Sequence[SettingsPart]:
    """In their order, without those of areas that are switched off."""
    return sorted((part for part in _parts.values() if not leads_nowhere(part.url)), key=lambda part: part.order)
