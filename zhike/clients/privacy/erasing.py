"""Erasing a person: foretold, then done in one transaction through the audited door."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from django.db import transaction
from django.db.models import Q, TextField
from django.db.models.functions import Cast

from zhike.clients.duplicates.models import MatchKey, Pair
from zhike.clients.merging.models import Kept, Merge
from zhike.clients.models import Contact
from zhike.clients.privacy import errors, events
from zhike.clients.privacy.belongings import (
    Rows,
    belongings,
    clients_of,
    conversations_of,
    files_of,
    letters_of,
    links,
)
from zhike.clients.privacy.emptying import (
    empty_all,
    empty_events,
    empty_letters,
    empty_record,
    redact_events,
    redact_row,
    remove_files,
)
from zhike.clients.privacy.mentions import Mention, mentions_of, seen_by
from zhike.clients.privacy.models import Erasure
from zhike.clients.privacy.policies import may_erase
from zhike.clients.privacy.traces import traces_of
from zhike.core.documents.kept import forget_all as forget_documents
from zhike.core.files import store
from zhike.core.files.models import Attachment
from zhike.core.jobs.models import Job
from zhike.core.lifecycle.verbs import again_on_deadlock, holding
from zhike.core.mail.models import Letter
from zhike.core.notify.models import Notification
from zhike.core.record.family import family
from zhike.core.timeline.door import open_door
from zhike.core.timeline.models import Event
from zhike.core.timeline.tell import tell

TYPE = Contact._meta.label_lower


@dataclass
class Known:
    """All that is known about a person, as it stands now; each part is asked for once."""

    person: Contact

    @cached_property
    def people(self) -> list[Contact]:
        return list(Contact._base_manager.filter(pk__in=family(self.person)).order_by("pk"))

    @cached_property
    def ids(self) -> list[int]:
        return [one.pk for one in self.people]

    @cached_property
    def traces(self) -> Any:
        return traces_of(self.people)

    @cached_property
    def own(self) -> Any:
        return belongings(self.ids)

    @cached_property
    def letters(self) -> list[Any]:
        return list(letters_of(self.ids, self.traces.ways))

    @cached_property
    def files(self) -> list[Any]:
        return list(files_of(self.ids))

    @cached_property
    def spared(self) -> Any:
        """Rows that are dealt with as a whole, by table."""
        found: Rows = {Contact: set(self.ids), Letter: {one.pk for one in self.letters}}
        found[Attachment] = {one.pk for one in self.files}
        found[Merge] = set(self.merges.values_list("pk", flat=True))
        found[Kept] = set(Kept.objects.filter(merge__in=found[Merge]).values_list("pk", flat=True))
        found[Event] = set(self.events.values_list("pk", flat=True))
        return found | self.own

    @cached_property
    def mentions(self) -> list[Mention]:
        return mentions_of(self.people, self.traces, self.spared)

    @property
    def merges(self) -> Any:
        return Merge.objects.filter(Q(record_id__in=self.ids) | Q(other_id__in=self.ids), record_type=TYPE)

    @property
    def told(self) -> list[tuple[str, set[Any]]]:
        """Records of which all personal facts in the history go."""
        own = [(model._meta.label_lower, pks) for model, pks in self.own.items()]
        files, letters = {one.pk for one in self.files}, {one.pk for one in self.letters}
        return [(TYPE, set(self.ids)), (Attachment._meta.label_lower, files), (Letter._meta.label_lower, letters), *own]

    @property
    def events(self) -> Any:
        """What was told at their clients or about what leads to them, and names them."""
        near = Q(client__in=clients_of(self.people))
        for model, pks in links(self.ids):
            near |= Q(record_type=model._meta.label_lower, record_id__in=pks)
        talks = conversations_of(self.ids)
        near |= Q(record_type=talks.model._meta.label_lower, record_id__in=talks.order_by().values("pk"))
        named = Event.objects.alias(said=Cast("facts", TextField()))
        return named.filter(near, said__iregex=self.traces.pattern) if self.traces.pattern else Event.objects.none()


@again_on_deadlock
def erase(
    person: Contact, *, by: Any, reason: str, ticked: Collection[str] = (), version: int | None = None
) -> Erasure:
    """Nothing personal is left of the contact and those merged into it; the record that it happened.

    `ticked` are keys of mentions (`table:number`), or a table's name for all of its rows. Raises Forbidden, StaleEdit,
    CannotErase.
    """
    with holding(person, by=by, may=may_erase, version=version), open_door():
        if person.merged_into:
            raise errors.merged(person)
        known = Known(person)
        if not (reason := known.traces.redacted(reason.strip())):
            raise errors.no_reason()
        counts = _erase(known, by, set(ticked))
        done = Erasure.objects.create(record_type=TYPE, record_id=person.pk, by=by, reason=reason[:300], counts=counts)
        tell(events.ERASED, person, by=by, facts={"erasure": done.pk})
    person.refresh_from_db()
    return done


def _erase(known: Known, by: Any, ticked: set[str]) -> dict[str, int]:
    seen = seen_by(by, known.mentions)
    chosen = [one for one in seen if one.key in ticked or (not one.seen_alone and _table(one) in ticked)]
    traces = known.traces
    changed = empty_events(known.told, traces) + redact_events(known.events, traces)
    Notification.objects.filter(event__in=changed).delete()
    counts = {"events": len(set(changed)), "texts": _redact(chosen, known, by), "left": 0}
    counts["left"] = len(known.mentions) - len(chosen)
    counts["letters"] = empty_letters(known.letters, traces.word)
    counts["files"] = remove_files(known.files, traces.word)
    counts["rows"] = empty_all(known.own, traces.word)
    _forget_merges(known)
    _forget_exports(known)
    transaction.on_commit(forget_documents)
    for one in known.people:
        empty_record(one, traces.word)
    MatchKey.objects.filter(record_type=TYPE, record_id__in=known.ids).delete()
    Pair.objects.filter(Q(record_id__in=known.ids) | Q(other_id__in=known.ids), record_type=TYPE).delete()
    return counts


def _redact(chosen: list[Mention], known: Known, by: Any) -> int:
    """Each text that was ticked, with its history. Its area hears of it, so that the index and the keys follow."""
    done = 0
    for one in chosen:
        done += redact_row(one.row, known.traces)
        if one.seen_alone:
            history = Event.objects.filter(record_type=one.row._meta.label_lower, record_id=one.row.pk)
            redact_events(history, known.traces)
            tell(events.REDACTED, one.row, by=by)
    return done


def _forget_merges(known: Known) -> None:
    """They can no longer be taken apart."""
    merges = known.merges
    Kept.objects.filter(merge__in=merges).update(row={})
    merges.update(before={}, after={}, sources={}, last={}, made=[], erased=True)


def _forget_exports(known: Known) -> None:
    for job in Job.objects.filter(kind="privacy.export", arguments__pk__in=known.ids):
        if stored := job.result.get("stored"):
            transaction.on_commit(partial(store.remove, stored))


def _table(one: Mention) -> str:
    return str(one.row._meta.label_lower)
