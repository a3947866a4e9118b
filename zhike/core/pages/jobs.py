"""An action on more records than a person would wait for."""

from typing import Any

from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from zhike.core.jobs.kinds import runner
from zhike.core.jobs.progress import Progress
from zhike.core.lifecycle.errors import Refused
from zhike.core.pages.acting import Act, action_of
from zhike.core.pages.listing import Listing
from zhike.core.resources.registry import RESOURCES

CHUNK = 100


@runner("bulk", label=_("Change many"), counts={"changed": _("changed"), "refused": _("refused")})
def bulk(progress: Progress, resource: str, query: str, action: str, value: str) -> dict[str, Any]:
    """All records that the list's query shows, in the order of their numbers; goes on behind the last one."""
    found, by = RESOURCES[resource], progress.job.started_by
    act = action_of(found, action, value, by)
    matching = Listing(found, by, QueryDict(query)).matching.order_by("pk")
    while act and not progress.cancelled():
        records = list(matching.filter(pk__gt=progress.marker or 0)[:CHUNK])
        if not records:
            break
        _change(progress, records, act)
    return {"url": found.url()}


def _change(progress: Progress, records: list[Any], act: Act) -> None:
    """One chunk and its marker, in one transaction."""
    changed, refused = progress.counts.get("changed", 0), progress.counts.get("refused", 0)
    with transaction.atomic():
        for record in records:
            try:
                with transaction.atomic():
                    changed += act(record) is not None
            except Refused:
                refused += 1
        counts = {"changed": changed, "refused": refused}
        progress.tell(done=progress.done + len(records), counts=counts, marker=records[-1].pk)
