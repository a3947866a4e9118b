"""What closing the minutes makes of them: entries of the ledger, to-dos, a place on the timeline, the next meeting."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from zhike.agreements.choices import Side
from zhike.agreements.models import Decision, Promise
from zhike.agreements.twins.both import in_both, keep_beside
from zhike.agreements.twins.spoken import spoken
from zhike.core.base.markdown import escaped
from zhike.core.timeline.moment import moment
from zhike.core.todos.workflows import add_todo
from zhike.domains.conversations.workflows import log
from zhike.domains.meetings.choices import LineKind
from zhike.domains.meetings.models.line import Line
from zhike.domains.meetings.models.topic import Topic
from zhike.domains.meetings.series import make_next


def settle(meeting: Any, *, by: Any) -> dict[str, Any]:
    """In the transaction that closes it. How many of each came of it."""
    lines = list(meeting.lines.select_related("topic", "person", "contact"))
    came = [one.contact for one in meeting.attendees.select_related("contact") if one.contact and one.came]
    read = spoken(meeting)
    made = {"decisions": 0, "promises": 0, "todos": 0}
    for line in lines:
        if line.kind == LineKind.DECISION:
            _keep(line, entry=_decision(meeting, read.of(line), came, by, read.all_of(_others(line, lines))))
        elif line.kind == LineKind.PROMISE:
            _keep(line, entry=_promise(meeting, read.of(line), came, by))
        elif line.kind == LineKind.TODO:
            _keep(line, todo=_todo(meeting, line, by))
        elif line.kind == LineKind.PARKED:
            Topic.objects.create(
                meeting=meeting, title=line.text[:200], parked=True, person=line.person, contact=line.contact
            )
        made[f"{line.kind}s"] = made.get(f"{line.kind}s", 0) + 1
    meeting.conversation = _on_the_timeline(meeting, lines, came, by)
    if meeting.every_weeks:
        make_next(meeting, by=by)
    return {name: made[name] for name in ("decisions", "promises", "todos")}


def _keep(line: Line, **made: Any) -> None:
    Line.objects.filter(pk=line.pk).update(**made)


def _others(decision: Line, lines: list[Line]) -> list[Line]:
    """The ways out noted before it, since what was decided last under its topic; without the one that was taken."""
    ways: list[Line] = []
    for one in lines:
        if one == decision:
            break
        if one.topic_id == decision.topic_id and one.kind == LineKind.DECISION:
            ways = []
        elif one.topic_id == decision.topic_id and one.kind == LineKind.OPTION:
            ways.append(one)
    return [way for way in ways if way.text.strip() != decision.text.strip()]


def _decision(meeting: Any, line: Any, came: list[Any], by: Any, others: list[Any]) -> Any:
    """The question is the topic's; theirs is whoever is named, else the first of them who came."""
    topic, contact = line.topic, line.contact or next(iter(came), None)
    name = "goal" if topic and topic.goal else "title"
    question = in_both(contact, lambda: str(getattr(topic, name, "")), topic.say_of(name) if topic else ())
    subject = in_both(contact, lambda: str(topic.title) if topic else "", topic.say_of("title") if topic else ())
    ways = in_both(contact, lambda: _in_lines(others), [one.say("text") for one in others])
    made = Decision.objects.add(
        by=by, **_said(meeting, line), side=Side.US if line.person else Side.THEM, question=question["text"][:300],
        subject=subject["text"][:80], contact=contact, alternatives=ways["text"],
        person=line.person or meeting.lead, owner=line.person or meeting.lead,
    )  # fmt: skip
    keep_beside(made, {"question": question, "subject": subject, "alternatives": ways}, by=by)
    return made


def _in_lines(ways: list[Any]) -> str:
    return "\n".join(one.text.strip() for one in ways)[:2_000]


def _promise(meeting: Any, line: Any, came: list[Any], by: Any) -> Any:
    person = line.person or meeting.lead
    return Promise.objects.add(
        by=by, **_said(meeting, line), side=Side(line.side), person=person, owner=person, due_on=line.due_on,
        due_time=line.due_time, contact=line.contact or next(iter(came), None),
    )  # fmt: skip


def _said(meeting: Any, line: Any) -> dict[str, Any]:
    """The sentence, in both languages where it stands in both, and where and when it was said."""
    day = meeting.held_at or meeting.starts_at
    words = line.in_ledger("text")
    return words | {
        "client": meeting.client, "quote": words["text"], "said_at": line.noted_at,
        "valid_from": timezone.localdate(min(day, moment())), "source_text": meeting.reference,
        "source_type": meeting._meta.label_lower, "source_id": meeting.pk,
    }  # fmt: skip


def _todo(meeting: Any, line: Line, by: Any) -> Any:
    return add_todo(
        meeting, by=by, title=line.text[:200], owner=line.person or meeting.lead, due_on=line.due_on,
        due_time=line.due_time, notes=line.text if len(line.text) > 200 else "",
    )  # fmt: skip


def _on_the_timeline(meeting: Any, lines: list[Line], came: list[Any], by: Any) -> Any:
    """What was said stands among the other conversations, and counts as a contact with those who came."""
    told = [f"- {line.get_kind_display()}: {escaped(line.text)}" for line in lines if line.kind != LineKind.NOTE]
    plain = [escaped(line.text) for line in lines if line.kind == LineKind.NOTE]
    text = "\n\n".join(part for part in ("\n\n".join(plain), "\n".join(told)) if part)
    return log(
        by=by, client=meeting.client, kind="video" if meeting.video and not meeting.place else "visit",
        contacts=came, subject=meeting.title, text=text or gettext("Nothing was written down."),
        happened_at=min(meeting.held_at or meeting.starts_at, moment()), minutes=meeting.minutes, author=meeting.lead,
    )  # fmt: skip
