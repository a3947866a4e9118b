"""The minutes of a meeting as a document."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from zhike.agreements.twins.spoken import in_words, spoken
from zhike.core.base.listing import listed
from zhike.core.documents.registry import document
from zhike.core.documents.sections import Entry, entries, facts, joined, prose, table
from zhike.core.ui.dates import dated_words, full_words
from zhike.domains.meetings.choices import LineKind
from zhike.domains.meetings.models import Meeting

HEADS = (
    (LineKind.DECISION, gettext_lazy("Decided")), (LineKind.PROMISE, gettext_lazy("Promised")),
    (LineKind.TODO, gettext_lazy("To do")), (LineKind.OPTION, gettext_lazy("Ways out")),
    (LineKind.NOTE, gettext_lazy("What was said")), (LineKind.PARKED, gettext_lazy("Parking lot")),
)  # fmt: skip


@document(
    "meetings.meeting",
    "minutes",
    template="clients/dossier/typst/dossier.typ",
    label=gettext_lazy("Minutes as PDF"),
    for_client=True,
)
def minutes(meeting: Meeting, user: Any) -> dict[str, Any]:
    """Who was there, the agenda, and every line under what it is."""
    read = spoken(meeting)
    lines = read.all_of(meeting.lines.select_related("person", "contact", "topic"))
    topics = read.all_of(meeting.topics.filter(parked=False).select_related("person", "contact"))
    attendees = list(meeting.attendees.select_related("person", "contact"))
    agenda = ((one.title, one.goal, one.owner, str(one.minutes or "")) for one in topics)
    head = (
        (_("Client"), str(meeting.client)),
        (_("When"), full_words(meeting.starts_at)),
        (pgettext("meeting", "Where"), meeting.place or meeting.video),
        (_("Who came"), listed(one.who for one in attendees if one.came)),
        (_("Who did not come"), listed(one.who for one in attendees if one.came is False)),
    )
    said = (entries(words, (_told(one) for one in lines if one.kind == kind)) for kind, words in HEADS)
    goal = prose(_("Goal"), in_words(read.wordings["goal"]))
    columns = (_("Topic"), _("Goal"), _("Who"), _("Minutes"))
    shown = [facts(_("Meeting"), head), goal, table(_("Agenda"), columns, agenda), *said]
    return {"title": read.title, "subtitle": str(meeting.client), "sections": joined(shown)}


def _told(line: Any) -> Entry:
    who = line.owner if line.kind in (LineKind.PROMISE, LineKind.TODO) else ""
    due = dated_words(line.due_on) if line.due_on else ""
    said, topic = line.wordings["text"], line.topic.title if line.topic else ""
    about = " · ".join(part for part in (who, due) if part)
    return Entry(said.first, about, said.other, _in_full(topic, said))


def _in_full(topic: str, said: Any) -> str:
    """Under which topic, and which of two wordings prevails."""
    counts = f"{_('Which wording prevails')}: {said.prevails}" if said.prevails else ""
    return " · ".join(part for part in (topic, counts) if part)
