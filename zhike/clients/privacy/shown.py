"""What an erasure would do, as the person deciding reads it."""

from dataclasses import dataclass
from typing import Any

from zhike.clients.privacy.belongings import conversations_of
from zhike.clients.privacy.erasing import Known
from zhike.clients.privacy.exporting import events_of
from zhike.clients.privacy.mentions import Mention, seen_by
from zhike.core.resources.registry import resource_of


@dataclass(frozen=True)
class Place:
    """A text that names the person, with the address of its page."""

    mention: Mention
    url: str


def foretold(known: Known, user: Any) -> dict[str, Any]:
    """The context of the preview: what goes, what stays, and each place that is offered."""
    seen = seen_by(user, known.mentions)
    places = [Place(one, _url(one.row)) for one in seen if one.seen_alone]
    return {
        "files": len(known.files),
        "letters": len(known.letters),
        "events": events_of(known).count(),
        "own": [(model._meta.verbose_name_plural, len(pks)) for model, pks in known.own.items()],
        "talks": conversations_of(known.ids).count(),
        "merged": len(known.people) - 1,
        "places": places,
        "tables": _tables([one for one in seen if not one.seen_alone]),
        "hidden": len(known.mentions) - len(seen),
    }


def _tables(mentions: list[Mention]) -> list[tuple[str, str, int]]:
    """(table, its name, how many rows) of what people do not know row by row."""
    found: dict[str, list[Mention]] = {}
    for one in mentions:
        found.setdefault(one.row._meta.label_lower, []).append(one)
    return [(table, str(some[0].row._meta.verbose_name_plural), len(some)) for table, some in found.items()]


def _url(row: Any) -> str:
    resource = resource_of(row)
    return resource.url("detail", row) if resource else ""
