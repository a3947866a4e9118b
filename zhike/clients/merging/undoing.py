"""Taking apart what was merged, at any time: both return as they were, and what came since is divided."""

from collections.abc import Mapping
from typing import Any

from django.apps import apps

from zhike.clients.merging import errors, events
from zhike.clients.merging.later import LaterRow, later_fields, later_rows
from zhike.clients.merging.models import Merge
from zhike.clients.merging.moving import give_back, move
from zhike.clients.merging.policies import may_take_apart
from zhike.clients.merging.values import LOSER, read, write
from zhike.clients.merging.workflows import both_held
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.saving import save_changed, snapshot
from zhike.core.lifecycle.verbs import again_on_deadlock
from zhike.core.record.amending import told
from zhike.core.record.models import Record
from zhike.core.timeline.moment import moment
from zhike.core.timeline.tell import event_of, tell, tell_many


@again_on_deadlock
def unmerge(merge: Merge, *, by: Any, choices: Mapping[str, str] | None = None, version: int | None = None) -> Merge:
    """Take the two apart. Own values and rows return, but for rows that someone has given to a third since.

    `choices` says for what came later, by the key of each (see `later`), whether the winner keeps it or the loser gets
    it; the rest is decided sensibly. `version` is the winner's. Raises Forbidden, StaleEdit, CannotMerge.
    """
    winner, loser = merge.record(merge.record_id), merge.record(merge.other_id)
    with both_held(winner, loser, by=by, versions=(version, None)):
        merge.refresh_from_db(from_queryset=Merge.objects.select_for_update())
        if not may_take_apart(by, merge, winner, loser):
            raise Forbidden
        check_undoable(merge, winner)
        _take_apart(merge, winner, loser, by, choices or {})
    return merge


def check_undoable(merge: Merge, winner: Any) -> None:
    """Raises CannotMerge with the reason."""
    if merge.undone_at:
        raise errors.apart_already()
    if merge.erased:
        raise errors.erased()
    if winner.merged_into_id:
        raise errors.winner_merged(winner, winner.merged_into)


def _take_apart(merge: Merge, winner: Any, loser: Any, by: Any, chosen: Mapping[str, str]) -> None:
    going = [one for one in later_rows(merge, winner, chosen) if one.taken == LOSER]
    other = told(loser)
    _return_values(merge, winner, loser, chosen)
    give_back(merge, winner, loser)
    _take_back_what_was_made(merge)
    for one in going:
        for hook in one.hooks:
            move(hook, [one.row.pk], winner.pk, loser.pk)
    merge.undone_at, merge.undone_by = moment(), by
    merge.save(update_fields=["undone_at", "undone_by"])
    facts = {"merge": merge.pk}
    tell(events.UNMERGED, winner, by=by, facts={"name": str(winner), "other": other} | facts)
    tell(events.CAME_BACK, loser, by=by, facts={"name": str(loser), "other": told(winner)} | facts)
    _tell_given(going, winner, loser, by)


def _return_values(merge: Merge, winner: Any, loser: Any, chosen: Mapping[str, str]) -> None:
    befores = snapshot(winner), snapshot(loser)
    later = {one.name: one for one in later_fields(merge, winner, chosen)}
    for name, was in merge.before.items():
        if name in later:
            ours, theirs = later[name].divided(read(loser, name))
            write(winner, name, ours)
            write(loser, name, theirs)
        elif was != merge.after.get(name):
            write(winner, name, was)
    loser.archived_at = loser.merged_into = None
    for record, before in zip((winner, loser), befores, strict=True):
        save_changed(record, before)


def _take_back_what_was_made(merge: Merge) -> None:
    for table, pk in merge.made:
        rows: Any = apps.get_model(table)._base_manager.filter(pk=pk)
        rows._raw_delete(rows.db)


def _tell_given(going: list[LaterRow], winner: Any, loser: Any, by: Any) -> None:
    """What was told on the winner's timeline is not rewritten; the loser's says what came over."""
    client = loser if loser._meta.label_lower == "clients.client" else None
    facts = {"other": told(winner)}
    records = [one.row for one in going if isinstance(one.row, Record)]
    tell_many([event_of(events.GIVEN, row, by=by, client=client, facts={"name": str(row)} | facts) for row in records])
