"""What spans several records: planning a meeting with its agenda, closing it and asking those there to confirm."""

from collections.abc import Collection
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from zhike.agreements.models import Entry, Promise
from zhike.agreements.twins.both import in_both
from zhike.agreements.twins.spoken import spoken
from zhike.agreements.workflows import read_back
from zhike.core.lifecycle.verbs import again_on_deadlock
from zhike.core.timeline.tell import event_of, tell_many
from zhike.core.ui.dates import dated_words
from zhike.domains.meetings import events
from zhike.domains.meetings.choices import Kind
from zhike.domains.meetings.kick_off import begin_with
from zhike.domains.meetings.models import Asked, Meeting

BATCH = 200


@again_on_deadlock
def plan(*, by: Any, **values: Any) -> Meeting:
    """Add the meeting; a kick-off gets its agenda. Raises Forbidden."""
    with transaction.atomic():
        made: Meeting = Meeting.objects.add(by=by, facts={"when": values["starts_at"].isoformat()}, **values)
        if made.kind == Kind.KICK_OFF:
            begin_with(made, by=by)
    return made


def close_and_ask(
    meeting: Meeting,
    *,
    by: Any,
    contacts: Collection[Any] = (),
    note: str = "",
    note_twin: str = "",
    note_prevails: str = "",
    send: bool = False,
    anyway: bool = False,
) -> list[tuple[Any, str]]:
    """Close the minutes and read what was decided and promised back to each contact: (read-back, address of its link).

    Nothing to confirm makes none. With `send` it goes by mail to those who have an address, in their hours or now
    `anyway`. What needs an approval is asked about, and read back once it has it (`reading_later`). Raises Forbidden,
    WrongState, Unseeing.
    """
    with transaction.atomic():
        meeting.close(by=by)
        said = entries_of(meeting)
        entries = free_ones(said, meeting, by=by)
        if len(entries) < len(said):
            Asked.objects.bulk_create(
                Asked(meeting=meeting, contact=one, by=by, by_mail=send, at_once=anyway) for one in contacts
            )
        word = {"note": note, "note_twin": note_twin, "note_prevails": note_prevails}
        asked = {one: send and bool(one.emails) for one in (contacts if entries else ())}
        return [
            read_back(entries, by=by, contact=one, **title_for(meeting, one), **word, send=mailed, anyway=anyway)
            for one, mailed in asked.items()
        ]


def free_ones(entries: list[Entry], meeting: Meeting, *, by: Any) -> list[Entry]:
    """Those that the client may hear of; for the others an approval is asked."""
    for one in entries:
        if isinstance(one, Promise) and one.held_for and one.approval is None:
            one.ask_approval(by=by, reason=gettext("Said in %(meeting)s.") % {"meeting": meeting})
    return [one for one in entries if not one.held_for]


def entries_of(meeting: Meeting) -> list[Entry]:
    """What it brought into the ledger, in the order in which it was said."""
    return list(
        Entry.objects.filter(source_type=meeting._meta.label_lower, source_id=meeting.pk, round=1).order_by("pk")
    )


def title_for(meeting: Meeting, contact: Any) -> dict[str, str]:
    """`title` as that contact reads it ("Weekly meeting, 6 May"), and `title_twin` where the meeting has both."""
    read = spoken(meeting)
    both = in_both(contact, partial(_title, read), [read.say("title")])
    return {"title": both["text"], "title_twin": both["twin"]}


def _title(meeting: Any) -> str:
    day = dated_words(timezone.localdate(meeting.starts_at))
    return gettext("%(title)s, %(day)s") % {"title": meeting.title[:150], "day": day}


def warn_of_missing_agendas(now: datetime) -> int:
    """Tell whoever leads a meeting, once, that it has no agenda though its time has come; how many."""
    from zhike.core.access.models import User

    with transaction.atomic():
        bare = Meeting.objects.unprepared(now).filter(warned_at=None, starts_at__gt=now).select_related("lead")
        found = list(bare.select_for_update(of=("self",), skip_locked=True, no_key=True)[:BATCH])
        Meeting.objects.filter(pk__in=[one.pk for one in found]).update(warned_at=now)
        system = User.objects.system()
        tell_many(
            event_of(events.AGENDA_MISSING, one, by=system, facts={
                "name": str(one), "people": [{"id": one.lead_id, "text": str(one.lead)}]})
            for one in found
        )  # fmt: skip
    return len(found)
