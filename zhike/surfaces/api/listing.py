"""A list as the API gives it: the same filters, words and order as on the page, a page of rows by cursor."""

from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext

from zhike.core.base.listing import listed
from zhike.core.pages.listing import Listing
from zhike.core.resources.resource import Resource
from zhike.surfaces.api.problems import Problem
from zhike.surfaces.api.shapes import Shape

USUAL, MOST = 50, 200  # rows
WORDS = ("q", "sort", "limit", "cursor", "fields", "archived")


class Rows(Listing):
    """Raises Problem for words that it does not know: a misspelt filter must not give everything."""

    def __init__(self, resource: Resource, request: HttpRequest) -> None:
        words = request.GET.copy()
        super().__init__(resource, request.user, words, _limit(words))
        self._refuse_unknown(words)
        self.shape = Shape(resource, asked_fields(resource, words))
        words["after"] = words.get("cursor", "")
        if words["after"] and self._after() is None:
            raise _unclear(gettext("This cursor is not of this list and order. Begin without one."))

    def told(self) -> dict[str, Any]:
        return {"data": [self.shape.tell(row) for row in self.shown], "next": self.cursor}

    @cached_property
    def cursor(self) -> str | None:
        """What to ask for as `cursor` to go on; None at the end."""
        said = QueryDict(self.next_query).get("after")
        return said or None

    def _light(self, found: Any) -> Any:
        return self.shape.records(found)

    def _refuse_unknown(self, words: QueryDict) -> None:
        known = {*WORDS, *self.filters}
        if unknown := [name for name in words if name not in known]:
            raise _unclear(gettext("There is no filter %(names)s.") % {"names": listed(unknown)})
        sortable = {column.name for column in self.known.values() if column.sort} | {"id"}
        if (asked := words.get("sort", "").removeprefix("-")) and asked not in sortable:
            raise _unclear(
                gettext("It cannot be sorted by %(name)s. Take one of: %(names)s.")
                % {"name": asked, "names": listed(sorted(sortable))}
            )


def asked_fields(resource: Resource, words: QueryDict) -> list[str] | None:
    """The fields that the address asks for; None for all. Raises Problem for one that is not there."""
    asked = [name for name in words.get("fields", "").split(",") if name]
    if unknown := [name for name in asked if name not in Shape(resource).names]:
        raise _unclear(gettext("There is no field %(names)s.") % {"names": listed(unknown)})
    return asked or None


def _limit(words: QueryDict) -> int:
    said = words.get("limit", str(USUAL))
    if not said.isdecimal() or not 1 <= int(said[:6]) <= MOST:
        raise _unclear(gettext("“limit” is a number from 1 to %(most)d.") % {"most": MOST})
    return int(said)


def _unclear(detail: str) -> Problem:
    return Problem("not-understood", detail)
