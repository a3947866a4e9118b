"""Merging one record into another: one transaction, nothing lost, every step written down for the way back."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Any

from django.db.models import F, Max

from zhike.clients.merging import errors, events
from zhike.clients.merging.hanging import hooks_on
from zhike.clients.merging.models import MERGED_TYPES, Merge
from zhike.clients.merging.moving import move_all, set_aside
from zhike.clients.merging.policies import may_merge
from zhike.clients.merging.values import choices_of, read_all, write
from zhike.clients.models import Contact, Position
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.saving import save_changed, snapshot
from zhike.core.lifecycle.verbs import again_on_deadlock, holding
from zhike.core.record.amending import told
from zhike.core.timeline.moment import moment
from zhike.core.timeline.tell import tell


@again_on_deadlock
def merge(
    winner: Any, loser: Any, *, by: Any, choices: Mapping[str, str] | None = None,
    versions: tuple[int | None, int | None] = (None, None),
) -> Merge:  # fmt: skip
    """Merge `loser` into `winner`, two clients or two contacts.

    `choices` says winner, loser or both for fields in which they differ; the rest is decided sensibly (see `values`).
    Raises Forbidden, StaleEdit when a version is no longer the record's, CannotMerge.
    """
    _check_kinds(winner, loser)
    with both_held(winner, loser, by=by, versions=versions):
        if not may_merge(by, winner, loser):
            raise Forbidden
        _check_standing(winner, loser)
        return _merge(winner, loser, by, choices)


def _merge(winner: Any, loser: Any, by: Any, choices: Mapping[str, str] | None) -> Merge:
    done = Merge.objects.create(
        record_type=winner._meta.label_lower, record_id=winner.pk, other_id=loser.pk, by=by, at=moment(),
        before=read_all(winner),
    )  # fmt: skip
    gone, stays = (told(one) | {"text": f"{one} ({one.reference})"} for one in (loser, winner))
    name, left = str(winner), str(loser)
    _take_values(done, winner, loser, choices)
    _put_away(loser, winner)
    moved = move_all(done, loser, winner)
    _settle_places(done, winner, loser)
    done.after, done.last = read_all(winner), _last_of(winner)
    done.save()
    tell(events.MERGED, winner, by=by, facts={"name": name, "other": gone, "merge": done.pk, "moved": moved})
    tell(events.MERGED_AWAY, loser, by=by, facts={"name": left, "other": stays, "merge": done.pk})
    return done


@contextmanager
def both_held(
    one: Any, other: Any, *, by: Any, versions: tuple[int | None, int | None] = (None, None)
) -> Iterator[None]:
    """Lock both in the order of their numbers, and wait for whoever is adding something to one of them."""
    held = sorted(((one, versions[0]), (other, versions[1])), key=lambda pair: pair[0].pk)
    with ExitStack() as stack:
        for record, version in held:
            stack.enter_context(holding(record, by=by, may=may_work, version=version))
        list(type(one)._base_manager.select_for_update().filter(pk__in=[one.pk, other.pk]).order_by("pk"))
        yield


def _check_kinds(winner: Any, loser: Any) -> None:
    if type(winner) is not type(loser) or winner._meta.label_lower not in MERGED_TYPES:
        raise TypeError("two clients or two contacts are merged")
    if winner.pk == loser.pk:
        raise errors.same()


def _check_standing(*records: Any) -> None:
    for record in records:
        if record.merged_into_id:
            raise errors.merged_already(record, record.merged_into)
        if record.archived_at:
            raise errors.put_away(record)


def _take_values(done: Merge, winner: Any, loser: Any, choices: Mapping[str, str] | None) -> None:
    before = snapshot(winner)
    for one in choices_of(winner, loser, choices):
        if one.value != one.winner:
            write(winner, one.name, one.value)
            done.sources[one.name] = one.taken
    if getattr(winner, "deputy_id", None) and winner.deputy_id == winner.owner_id:
        winner.deputy_id = before["deputy_id"] if before["deputy_id"] != winner.owner_id else None
    save_changed(winner, before)


def _put_away(loser: Any, winner: Any) -> None:
    before = snapshot(loser)
    loser.archived_at, loser.merged_into = moment(), winner
    save_changed(loser, before)


def _settle_places(done: Merge, winner: Any, loser: Any) -> None:
    """A contact keeps a place at the client that was not chosen; nobody has a place where they stand anyway."""
    if isinstance(winner, Contact):
        for client in {loser.client_id, done.before["client"]} - {None, winner.client_id}:
            place, new = Position.objects.get_or_create(
                contact=winner, client_id=client, defaults={"title": loser.title if client == loser.client_id else ""}
            )
            done.made += [[place._meta.label_lower, place.pk]] if new else []
    ours = {"contact": winner} if isinstance(winner, Contact) else {"client": winner}
    for place in Position.objects.filter(**ours).filter(client=F("contact__client")):
        set_aside(done, place)


def _last_of(winner: Any) -> dict[str, int]:
    tables = {hook.table: hook.model for hook in hooks_on(type(winner))}
    return {table: model._base_manager.aggregate(last=Max("pk"))["last"] or 0 for table, model in tables.items()}
