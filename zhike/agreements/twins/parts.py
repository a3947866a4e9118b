"""Texts in two languages on other pages: on the record that has them, and on the day of whoever looks after it."""

from collections.abc import Callable
from typing import Any

from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from zhike.agreements.models import Entry
from zhike.agreements.twins import readings, undoing  # noqa: F401  (declared there)
from zhike.agreements.twins.models import Changed, Twin
from zhike.agreements.twins.twinned import twinned_models
from zhike.core.pages.counted import first_and_all
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import resource_of

SHOWN = 5


def menu(record: Any, _reader: Reader) -> dict[str, Any] | None:
    return {} if record.takes_twins else None


def rail(record: Any, _reader: Reader) -> dict[str, Any] | None:
    """How many texts have a twin, and which were changed alone."""
    found = list(Twin.objects.on(record).order_by("pk"))
    behind = [one for one in found if one.behind != Changed.NONE]
    return {"twins": found, "behind": behind, "place": reverse("twins", args=[record.reference])} if found else None


for _model in twinned_models():
    if _resource := resource_of(_model):
        part(f"{_resource.name}.menu", template="twins/menu.html", order=60, name="twins")(menu)
        part(
            f"{_resource.name}.rail", template="twins/rail.html", label=gettext_lazy("In two languages"), order=70,
            name="twins",
        )(rail)  # fmt: skip


@part("day.first", template="twins/day.html", label=gettext_lazy("Changed in one language only"), order=8)
def behind_of_mine(person: Any, _reader: Reader) -> dict[str, Any] | None:
    """Texts of what I look after whose twin still says what was."""
    mine = Twin.objects.behind().looked_after_by(person.stands_for)
    return _with_more(_line, *first_and_all(mine, SHOWN))


@part("day.first", template="twins/day.html", label=gettext_lazy("Agreed anew in one language only"), order=9)
def entries_of_mine(person: Any, _reader: Reader) -> dict[str, Any] | None:
    """Entries of the ledger that I look after, of whose two wordings one is that of the version before."""
    mine = entries_behind().filter(owner__in=person.stands_for)
    return _with_more(_line_of_entry, *first_and_all(mine, SHOWN))


def all_behind(user: Any, most: int) -> list[dict[str, str]]:
    """What the person sees of it, whoever looks after it."""
    twins = [_line(one) for one in Twin.objects.behind().seen_by(user)[:most]]
    return twins + [_line_of_entry(one) for one in entries_behind().visible_to(user)[:most]]


def entries_behind() -> Any:
    """As `Entry.twin_is_stale` says, for all at once."""
    same_text, same_twin = Q(text=F("supersedes__text")), Q(twin=F("supersedes__twin"))
    alone = same_text & ~same_twin | ~same_text & same_twin | Q(twin="")
    return Entry.objects.open().exclude(supersedes__twin="").filter(alone, supersedes__isnull=False).order_by("-pk")


def _with_more(line: Callable[[Any], dict[str, str]], found: list[Any], in_all: int) -> dict[str, Any] | None:
    if not found:
        return None
    more = (reverse("twins_behind"), gettext("All")) if in_all > SHOWN else None
    return {"lines": [line(one) for one in found], "count": in_all, "more": more}


def _line(twin: Twin) -> dict[str, str]:
    reference = f"{_prefixes()[twin.record_type]}-{twin.record_id}"
    url = f"{reverse('twins', args=[reference])}#{twin.key}"
    return {"url": url, "text": twin.text, "about": reference, "changed": str(twin.get_behind_display())}


def _line_of_entry(entry: Any) -> dict[str, str]:
    resource = resource_of(entry)
    url = resource.url("detail", entry) if resource else ""
    return {"url": url, "text": entry.text, "about": entry.reference, "changed": ""}


def _prefixes() -> dict[str, str]:
    return {model._meta.label_lower: model.prefix for model in twinned_models()}
