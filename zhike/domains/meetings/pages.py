"""The page of a meeting: agenda, minutes and who takes part, each written where it stands."""

from dataclasses import replace
from typing import Any

from zhike.core.pages.detail import DetailPage
from zhike.core.timeline.kinds import EventKind
from zhike.domains.meetings import events
from zhike.domains.meetings.choices import LineKind, State
from zhike.domains.meetings.series import holiday_of
from zhike.domains.meetings.steps import NoteForm, RewordForm, TopicForm

WRITTEN_ON_THE_PAGE = ("add_topic", "change_topic", "note", "reword", "strike", "attend", "close", "note_answer")
QUIET = tuple(str(one) for one in vars(events).values() if isinstance(one, EventKind) and one.quiet)


class MeetingPage(DetailPage):
    untold = QUIET

    def context(self, record: Any) -> dict[str, Any]:
        return super().context(record) | shown(record, self.request)

    def steps(self, record: Any) -> list[Any]:
        """Without those that have a form of their own on the page; on its day the minutes open without a question."""
        found = [one for one in super().steps(record) if one["step"].name not in WRITTEN_ON_THE_PAGE]
        for one in found:
            if one["step"].name == "hold" and not record.is_days_ahead:
                one["step"] = replace(one["step"], form=None)
        return found


def shown(meeting: Any, request: Any) -> dict[str, Any]:
    """What the page's pieces need. `?line=7` opens a line to be changed."""
    may = type(meeting).may_amend(request.user, meeting) and meeting.archived_at is None
    topics = list(meeting.topics.select_related("person", "contact"))
    lines = list(meeting.lines.select_related("person", "contact", "entry", "todo", "topic"))
    attendees = list(meeting.attendees.select_related("person", "contact"))
    writes = may and meeting.state == State.HELD
    return {
        "meeting": meeting,
        "topics": [one for one in topics if not one.parked],
        "parked": [one for one in topics if one.parked],
        "planned_minutes": sum(one.minutes or 0 for one in topics if not one.parked),
        "lines": lines,
        "ours": [one for one in attendees if one.person],
        "theirs": [one for one in attendees if one.contact],
        "writes": writes,
        "prepares": may and meeting.state in (State.PLANNED, State.HELD),
        "closes": writes,
        "kinds": LineKind.choices,
        "topic_form": TopicForm(record=meeting, by=request.user),
        "note_form": NoteForm(record=meeting, by=request.user),
        "opened": opened(meeting, lines, request) if writes else None,
        "told_otherwise": may and meeting.is_told_otherwise,
        "holiday": holiday_of(meeting) if meeting.state == State.PLANNED else "",
        "following": type(meeting).objects.filter(former=meeting).first() if meeting.slot else None,
    }


def opened(meeting: Any, lines: list[Any], request: Any) -> Any:
    """The form of the line that is being changed, with the line as `line`; None while none is."""
    line = next((one for one in lines if str(one.pk) == request.GET.get("line")), None)
    if line is None:
        return None
    names = ("text", "kind", "side", "person", "contact", "due_on", "due_time")
    form: Any = RewordForm(
        record=meeting, by=request.user, initial={"line": line.pk} | {name: getattr(line, name) for name in names}
    )
    form.line_pk = line.pk
    return form
