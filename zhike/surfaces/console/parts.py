"""Who is away, said where the person stands."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.core.access.standing_in import deputy_today
from zhike.core.pages.parts import part
from zhike.surfaces.console import before_readings, readings  # noqa: F401  (what is owed and known, for programs)


def _away(person_id: int | None, reader: Any) -> dict[str, Any] | None:
    found = deputy_today(person_id) if person_id else None
    names = reader.people
    return {"away": names.get(person_id, ""), "stands": names.get(found[0], ""), "until": found[1]} if found else None


@part("clients.head", template="console/away.html", label=_("Away"), order=90)
def owner_is_away(client: Any, reader: Any) -> dict[str, Any] | None:
    return _away(client.owner_id, reader)


@part("people.head", template="console/away.html", label=_("Away"), order=90)
def is_away(person: Any, reader: Any) -> dict[str, Any] | None:
    return _away(person.pk, reader)


@part("clients.menu", template="console/before_link.html", order=5)
def before(_client: Any, _reader: Any) -> dict[str, Any]:
    return {}
