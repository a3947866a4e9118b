"""What a webhook can hear of: every kind of event and of record but webhooks themselves."""

import re
from collections.abc import Iterator

from zhike.core.resources.registry import RESOURCES
from zhike.core.timeline.kinds import KINDS

OURS = ("webhook.", "delivery.")
FACT = re.compile(r"\{\w+\}")


def kinds() -> Iterator[tuple[str, str]]:
    """(name, sentence with dots for what differs)."""
    told = {name: kind for name, kind in KINDS.items() if not name.startswith(OURS) and not kind.private}
    return ((name, FACT.sub("…", str(told[name].sentence))) for name in sorted(told))


def records() -> Iterator[tuple[str, str]]:
    """(name of the resource, what people call it)."""
    return ((name, str(one.plural)) for name, one in RESOURCES.items() if name not in ("webhooks", "deliveries"))
