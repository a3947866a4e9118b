"""What an erasure would do, as the person deciding reads it."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from zhike.clients.privacy.belongings import conversations_of
from zhike.clients.privacy.erasing import Known
from zhike.clients.privacy.exporting import events_of
from zhike.clients.privacy.mentions import Mention, seen_by
from zhike.core.resources.registry import resource_of
from zhike.core.timeline.models import Event


@dataclass(frozen=True)
class Place:
    """A text that names the person, with the address of its page."""

    mention: Mention
    url: str

    @property
    def said(self) -> list[str]:
        """Without what its own name says already."""
        return [one for one in self.mention.excerpts if one != str(self.mention.row)]


def foretold(known: Known, user: Any) -> dict[str, Any]:
    """The context of the preview: what goes, what stays, and each place that is offered."""
    seen = seen_by(user, known.mentions)
    places = [Place(one, _url(one.row)) for one in seen if one.seen_alone]
    return {
        "files": len(known.files),
        "letters": len(known.letters),
        "events": events_of(known).count(),
        "own": _named(known),
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
    return [(table, _name(type(some[0].row)), len(some)) for table, some in found.items()]


def _named(known: Known) -> list[tuple[str, int]]:
    """The person's own rows by what people call them."""
    found: dict[str, int] = {}
    for model, pks in known.own.items():
        found[_name(model)] = found.get(_name(model), 0) + len(pks)
    return list(found.items())


def _name(model: Any) -> str:
    if model is Event:
        return _("What happened elsewhere")
    resource = resource_of(model)
    return str(resource.plural) if resource else _("Other rows")


def _url(row: Any) -> str:
    resource = resource_of(row)
    return resource.url("detail", row) if resource else ""
