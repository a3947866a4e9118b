"""Rules of engagement on other pages: meters at the client, what was crossed or used up where it was said."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.agreements.rules import readings  # noqa: F401  (declared there)
from zhike.agreements.rules.compiling import compiled
from zhike.agreements.rules.kind_words import offers
from zhike.agreements.rules.meters import meters_of
from zhike.agreements.rules.models import Crossing, Round
from zhike.agreements.rules.wording import in_a_sentence
from zhike.core.lifecycle.policies import may_work
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader

SAID_IN = ("conversations", "meetings", "readbacks")
USED_IN = ("conversations", "meetings", "deliverables")
SHOWN = 3


@part("clauses.rail", template="engagement/as_a_rule.html", label=_("As a rule of engagement"), order=10)
def as_a_rule(clause: Any, _reader: Reader) -> dict[str, Any] | None:
    """What of the clause a machine keeps, or why it cannot."""
    rule = compiled(clause)
    return {"rule": rule, "sentence": in_a_sentence(rule), "holds": clause.state == "confirmed"} if rule else None


@part("clients.menu", template="engagement/menu.html", order=8)
def to_the_rules(_client: Any, _reader: Reader) -> dict[str, Any]:
    return {}


@part(
    "clients.rail", template="engagement/rail.html", label=_("Revision rounds"), order=18,
    about=("agreements.Entry.client",),
)  # fmt: skip
def meters(client: Any, _reader: Reader) -> dict[str, Any] | None:
    """Those of which some were used."""
    used = [one for one in meters_of(client, with_records=False) if one.used]
    more = (reverse("client_rounds", args=[client.reference]), gettext("All"))
    return {"meters": used[:SHOWN], "more": more} if used else None


def crossings(record: Any, reader: Reader) -> dict[str, Any] | None:
    """Rules that were not kept in it, with a kind word to write."""
    found = list(Crossing.objects.of(record).select_related("clause").order_by("pk")[:SHOWN])
    may = may_work(reader.user)
    return {"crossed": [(one, record, offers(one, record) if may else []) for one in found]} if found else None


def used_round(record: Any, reader: Reader) -> dict[str, Any] | None:
    """The rounds that it used, or a link to note one."""
    used = list(Round.objects.of(record).standing().select_related("clause").order_by("used_on", "pk"))
    may = may_work(reader.user) and record.archived_at is None and _asks_for_one(record, used)
    if not used and not may:
        return None
    place = reverse("note_round", args=[record.client.reference])
    return {"used": used, "url": f"{place}?{urlencode({'source': record.reference})}" if may else ""}


def _asks_for_one(record: Any, used: list[Round]) -> bool:
    """A talk uses one at most. A thing that is looked at in rounds (`round_asked`) uses one for each that was asked."""
    if not hasattr(record, "round_asked"):
        return not used
    asked = record.round_asked
    return asked is not None and asked[0] not in [one.used_on for one in used]


for name in SAID_IN:
    part(f"{name}.rail", template="engagement/crossings.html", label=_("A rule was not kept"), order=4)(crossings)
for name in USED_IN:
    part(f"{name}.rail", template="engagement/used.html", label=_("Revision rounds"), order=65)(used_round)
