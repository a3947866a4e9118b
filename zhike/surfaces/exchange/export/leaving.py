"""What goes out: the rows of a list in its order, each with its values, read in stretches by a cursor of the server."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import F, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from zhike.core.access.bulk import may_export, sees_all_plain
from zhike.core.base.masking import MASKED, masked, without_mails
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.pages.listing import Listing
from zhike.core.resources.registry import RESOURCES
from zhike.surfaces.exchange.export.columns import Out, chosen, headed, known_columns
from zhike.surfaces.exchange.exports import EXPORTS

STRETCH = 2_000
SHOWN, ALL = "shown", "all"


@dataclass(frozen=True)
class Wish:
    """What a person asks for. `query` is the list's address; `columns` is shown, all, or names with commas between;
    `program` whose headers (see `EXPORTS`), or nothing for ours."""

    resource: str
    query: str = ""
    columns: str = SHOWN
    program: str = ""


class Leaving(Listing):
    """A list on its way out, for a person. Raises Forbidden, and ValidationError for what there is not."""

    def __init__(self, wish: Wish, by: Any) -> None:
        if not may_export(by):
            raise Forbidden
        if wish.program and wish.program not in EXPORTS:
            raise ValidationError(_("No headers are known of “%(said)s”.") % {"said": wish.program})
        words = QueryDict(wish.query.replace("\0", "").replace("%00", ""), mutable=True)
        words.pop("after", None)
        super().__init__(RESOURCES[wish.resource], by, words)
        self.wish = wish
        self.masks = bool(by and not sees_all_plain(by))
        self.outs = self._outs()

    def _outs(self) -> list[Out]:
        known = known_columns(self.resource, self.reader)
        if self.wish.columns == ALL:
            names = list(known)
        elif self.wish.columns == SHOWN:
            names = [column.name for column in self.columns]
        else:
            names = [name for name in self.wish.columns.split(",") if name]
        return headed(chosen(known, names), self.resource, self.wish.program)

    def every(self) -> Iterator[list[Any]]:
        """The values of each row, in constant memory."""
        outs = [(one.value, one.name in MASKED, one.shown is not None) for one in self.outs]
        for record in self.ordered().iterator(chunk_size=STRETCH):
            if self.masks and record.owned_by != self.user.pk:
                yield [_hidden(value(record), whole, reckoned) for value, whole, reckoned in outs]
            else:
                yield [value(record) for value, _whole, _reckoned in outs]

    def _light(self, found: QuerySet[Any]) -> QuerySet[Any]:
        """Only what goes out is read, and whose client it is."""
        needs = {need for one in self.outs for need in one.needs}
        joins = {join for one in self.outs for join in one.joins}
        several = {name for one in self.outs for name in one.several}
        brought = {name: one for out in self.outs for name, one in out.brings(self.reader).items()}
        found = found.select_related(*joins) if joins else found.select_related(None)
        return (
            found.annotate(owned_by=self._owner(), **brought)
            .only("pk", "version", "archived_at", *needs)
            .prefetch_related(*several)
        )

    def _owner(self) -> Any:
        names = {field.name for field in self.resource.model._meta.get_fields()}
        if self.resource.record_type == "clients.client":
            return F("owner_id")
        return F("client__owner_id") if "client" in names else F("created_by_id")


def _hidden(value: Any, whole: bool, reckoned: bool) -> Any:
    if whole and value:
        return masked(value)
    return without_mails(value) if reckoned else value
