"""What a webhook can hear of: every kind of event and of record but webhooks themselves."""

import re
from collections.abc import Iterator

from zhike.core.resources.registry import RESOURCES
from zhike.core.timeline.kinds import KINDS

OURS = ("webhook.", "delivery.")
FACT = re.compile(r"\{\w+\}")


def kinds() -> Iterator[tuple[str, str]]:
    """(name, its sentence with the name, which is what a program reads)."""
    told = {name: kind for name, kind in KINDS.items() if not name.startswith(OURS) and not kind.private}
    return ((name, f"{words_of(name)} ({name})") for name in sorted(told))


def words_of(kind: str) -> str:
    """Its sentence with dots for what differs; empty for a kind that is no more."""
    return FACT.sub("…", str(KINDS[kind].sentence)) if kind in KINDS else ""


def records() -> Iterator[tuple[str, str]]:
    """(name of the resource, what people call it)."""
    return ((name, str(one.plural)) for name, one in RESOURCES.items() if name not in ("webhooks", "deliveries"))
