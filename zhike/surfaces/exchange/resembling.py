"""New rows that are perhaps there already: the same phone, a name that reads alike. Asked of the area of duplicates.

They are compared with what stood before the import, whatever its chunks: rows of one file that look like each other
are found by the queue of duplicates afterwards.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from zhike.clients.duplicates.candidates import Candidate, candidates_for
from zhike.clients.duplicates.keys import READ
from zhike.core.base.listing import listed
from zhike.surfaces.exchange.keys import SEVERAL, Known
from zhike.surfaces.exchange.models import Import, Perhaps
from zhike.surfaces.exchange.rows import Incoming

FIELDS = {"phone": "phones", "mail": "emails", "wechat": "wechat", "tax": "tax_number"}


class Resemblance(NamedTuple):
    """The likeliest record; `others` are just as likely."""

    first: Candidate
    others: list[Any]

    @property
    def reasons(self) -> list[str]:
        return [str(one) for one in self.first.reasons]

    def refusal(self, perhaps: str, said: dict[str, Any]) -> dict[str, list[str]]:
        """What is wrong with the row, by field, when it is to be left out, or nobody can say which record it is."""
        if perhaps == Perhaps.UPDATE and self.others:
            found = listed(one.reference for one in (self.first.record, *self.others))
            return {"name": [str(SEVERAL % {"found": found})]}
        return {self._field(said): [str(self)]} if perhaps == Perhaps.SKIP else {}

    def _field(self, said: dict[str, Any]) -> str:
        """The field of the row that gives it away."""
        return next((name for kind in self.first.kinds if (name := FIELDS.get(kind, "")) in said), "name")

    def __str__(self) -> str:
        record = self.first.record
        named = {"reference": record.reference, "name": record.name, "why": listed(self.reasons)}
        return _("Perhaps the same as %(reference)s %(name)s (%(why)s).") % named


class Resembling:
    """`look` gives by row number what new rows are perhaps: two statements, however many."""

    def __init__(self, of: Import) -> None:
        self.of = of
        self.kind = of.declared.model._meta.label_lower

    def look(self, incoming: Sequence[Incoming], known: Known) -> dict[int, Resemblance]:
        """Of rows that would make a record. Those that are to be updated are made known."""
        rows = [one for one in incoming if not one.wrong and known.is_new(one)] if self.kind in READ else []
        found = self._look(rows) if rows else {}
        if self.of.perhaps == Perhaps.UPDATE:
            known.learn({one.first.record.pk for one in found.values()})
        return found

    def _look(self, rows: Sequence[Incoming]) -> dict[int, Resemblance]:
        found = candidates_for(self.kind, [self._values(one) for one in rows], by=self.of.created_by)
        pairs = ((one.row.number, [each for each in some if self._stood(each.record)])
                 for one, some in zip(rows, found, strict=True))  # fmt: skip
        return {number: Resemblance(some[0], _as_likely(some)) for number, some in pairs if some}

    def _values(self, one: Incoming) -> dict[str, Any]:
        client = one.values.get("client")
        return one.values | {"client_id": client.pk if client else None}

    def _stood(self, record: Any) -> bool:
        return self.of.first_record is None or record.pk < self.of.first_record


def _as_likely(found: Sequence[Candidate]) -> list[Any]:
    return [one.record for one in found[1:] if one.score == found[0].score]
