"""What a kick-off yields: the charter, as a document for both sides."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from zhike.agreements.as_of import Standing, valid_on
from zhike.agreements.choices import ClauseKind, Kind, State
from zhike.agreements.dossier import told
from zhike.agreements.models import Entry
from zhike.agreements.twins.spoken import all_spoken, in_words, said_in_ledger, spoken
from zhike.clients.rights.choices import Power
from zhike.clients.rights.models import Right
from zhike.core.base.listing import listed
from zhike.core.documents.registry import document
from zhike.core.documents.sections import Section, entries, facts, joined, prose, table
from zhike.core.ui.dates import dated_words, full_words
from zhike.domains.meetings.choices import LineKind
from zhike.domains.meetings.models import Meeting
from zhike.domains.meetings.workflows import entries_of

IN_SCOPE = (ClauseKind.DELIVERABLE, ClauseKind.REVISIONS)
WORK_RULES = (ClauseKind.RESPONSE, ClauseKind.RULE, ClauseKind.QUIET)
COMING = 12  # meetings in the calendar


@document(
    "meetings.meeting",
    "charter",
    template="clients/dossier/typst/dossier.typ",
    label=gettext_lazy("Charter as PDF"),
    for_client=True,
)
def charter(meeting: Meeting, user: Any) -> dict[str, Any]:
    """Goals, scope, exclusions, constraints, who does and decides what, the calendar, what was confirmed first."""
    standing = valid_on(meeting.client, timezone.localdate())
    read = spoken(meeting)
    lines = read.all_of(meeting.lines.select_related("person", "contact", "topic", "entry"))
    shown = [
        facts(_("Kick-off"), _head(meeting)),
        prose(_("Goals"), "\n".join([in_words(read.wordings["goal"]), *_of_first_topic(lines)])),
        entries(_("Scope"), map(told, _clauses(standing, IN_SCOPE))),
        entries(_("Not included"), map(told, _clauses(standing, (ClauseKind.EXCLUSION,)))),
        entries(_("Constraints"), (told(one) for one in standing if one.entry.kind == Kind.CONSTRAINT)),
        entries(_("How we work together"), map(told, _clauses(standing, WORK_RULES))),
        _responsibilities(meeting, lines),
        _calendar(meeting, lines),
        _confirmations(entries_of(meeting)),
    ]
    return {"title": _("Charter"), "subtitle": f"{meeting.client} · {read.title}", "sections": joined(shown)}


def _head(meeting: Meeting) -> Iterable[tuple[Any, str]]:
    attendees = list(meeting.attendees.select_related("person", "contact"))
    came = [one for one in attendees if one.came is not False]
    return (
        (_("Client"), str(meeting.client)),
        (_("When"), full_words(meeting.starts_at)),
        (_("Leads"), str(meeting.lead)),
        (pgettext("at a meeting", "Of us"), listed(str(one.person) for one in came if one.person)),
        (pgettext("at a meeting", "Of them"), listed(one.contact.name for one in came if one.contact)),
    )


def _of_first_topic(lines: list[Any]) -> Iterator[str]:
    """A kick-off's agenda begins with its goals."""
    return (one.text for one in lines if one.topic and one.topic.position == 1 and one.kind != LineKind.PARKED)


def _clauses(standing: list[Standing], aspects: Iterable[str]) -> list[Standing]:
    return [one for one in standing if one.entry.kind == Kind.CLAUSE and one.entry.aspect in aspects]


def _responsibilities(meeting: Meeting, lines: list[Any]) -> Section | None:
    """Who does it, answers for it, is asked and is told (RACI): by decision rights, and by what was promised."""
    heads = (_("What"), _("Does it"), _("Answers for it"), _("Is asked"), _("Is told"))
    return table(_("Responsibilities"), heads, [*_by_right(meeting), *_by_line(meeting, lines)])


def _by_right(meeting: Meeting) -> Iterator[tuple[str, ...]]:
    rights = Right.objects.in_force(timezone.localdate()).filter(client=meeting.client).select_related("contact")
    people: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in rights.order_by("pk"):
        people[one.about][one.power].append(one.contact.name)
    for about, by_power in people.items():
        asked = (listed(by_power[power]) for power in (Power.DECIDES, Power.ASKED, Power.INFORMED))
        yield (about, str(meeting.lead), *asked)


def _by_line(meeting: Meeting, lines: list[Any]) -> Iterator[tuple[str, ...]]:
    """Whoever promised does it; for ours whoever leads answers."""
    for one in lines:
        if one.kind in (LineKind.PROMISE, LineKind.TODO):
            answers = one.contact.name if one.contact else str(meeting.lead)
            yield (one.text, one.contact.name if one.contact else str(one.person or meeting.lead), answers, "", "")


def _calendar(meeting: Meeting, lines: list[Any]) -> Section | None:
    """The meetings to come and the days promised, in one order."""
    ahead = Meeting.objects.coming(meeting.starts_at).filter(client=meeting.client).exclude(pk=meeting.pk)[:COMING]
    coming = all_spoken(ahead)
    rows = [
        (timezone.localdate(one.starts_at), full_words(one.starts_at), one.title, one.place or one.video)
        for one in coming
    ]
    rows += [(one.due_on, dated_words(one.due_on), one.text, one.owner) for one in lines if one.due_on]
    heads = (_("When"), _("What"), _("Where, or who"))
    return table(_("Calendar"), heads, [row[1:] for row in sorted(rows, key=lambda row: row[0])])


def _confirmations(made: list[Entry]) -> Section | None:
    """What was agreed in it, and by whose word."""
    heads = (_("What"), _("Who"), _("By which way"), _("When"))
    return table(_("First confirmations"), heads, map(_confirmation, made))


def _confirmation(entry: Entry) -> tuple[str, ...]:
    if not entry.confirmed_at:
        state = State.QUESTIONED.label if entry.state == State.QUESTIONED else State.PROPOSED.label
        return (said_in_ledger(entry).first, str(state), "", "")
    day = dated_words(timezone.localdate(entry.confirmed_at))
    return (said_in_ledger(entry).first, str(entry.confirmed_by or ""), entry.get_confirmed_how_display(), day)
