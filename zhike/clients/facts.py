"""A table of one kind of facts about a client, for a tab of its page: the resource's columns but the client's."""

from typing import Any

from django.utils.functional import Promise

from zhike.core.resources.columns import Column
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import RESOURCES

SHOWN = 50
FOR_ONE = ("client",)


def facts_of(
    name: str, client: Any, reader: Reader, *, hint: str | Promise, records: Any = None, without: tuple[str, ...] = ()
) -> dict[str, Any]:
    """What `facts/table.html` shows, in one query: the latest of the client's own. Who sees the client sees them.

    `hint` stands where there are none.
    """
    resource = RESOURCES[name]
    columns = [one for one in resource.columns if one.shown and one.name not in (*FOR_ONE, *without)]
    theirs: Any = resource.model.objects.standing()
    found = theirs.filter(client=client) if records is None else records
    joins = {join for one in columns for join in one.joins}
    latest = list(found.select_related(*joins).order_by(resource.order, "-pk")[: SHOWN + 1])
    return {
        "resource": resource,
        "columns": columns,
        "rows": [_cells(record, columns, reader) for record in latest[:SHOWN]],
        "list_url": f"{resource.url()}?client={client.reference}",
        "there_are_more": len(latest) > SHOWN,
        "hint": hint,
        "may_add": not client.archived_at and resource.model.may_add(reader.user, None),
    }


def _cells(record: Any, columns: list[Column], reader: Reader) -> list[tuple[Column, str]]:
    return [(one, one.cell(record, reader)) for one in columns]
