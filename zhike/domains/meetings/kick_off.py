"""The agenda with which a kick-off begins, in the language of those who come, and in the other one: what must be clear
before work starts.
"""

from typing import Any

from django.utils.translation import gettext, gettext_noop, override

from zhike.agreements.twins.models import Twin
from zhike.agreements.twins.twinned import key_of
from zhike.core.base.languages import language_for, other_than
from zhike.domains.meetings.models import Topic

TOPICS = (
    (gettext_noop("Goals"), gettext_noop("What shall be different when the work is done, and how can one tell?"), 20),
    (gettext_noop("Timetable"), gettext_noop("By which day is which result due, and what does it depend on?"), 15),
    (gettext_noop("Responsibilities"), gettext_noop("Who decides what, who is asked, who is told?"), 15),
    (
        gettext_noop("How we work together"),
        gettext_noop("By which ways do we speak, how soon do we answer, how many rounds of changes are there?"),
        10,
    ),
    (gettext_noop("Calendar"), gettext_noop("When do we meet, and which days is nobody there?"), 10),
)


def begin_with(meeting: Any, *, by: Any) -> None:
    """Put the topics on the agenda of a new meeting, in the transaction that adds it."""
    language = language_for(meeting.contacts.order_by("pk").first())
    with override(language):
        made = Topic.objects.bulk_create(
            Topic(
                meeting=meeting, position=n, title=gettext(title), goal=gettext(goal),
                minutes=minutes, person=meeting.lead,
            )
            for n, (title, goal, minutes) in enumerate(TOPICS, start=1)
        )  # fmt: skip
    with override(other_than(language)):
        pairs = [
            (key_of(meeting, topic, name), getattr(topic, name), gettext(said))
            for topic, (title, goal, _minutes) in zip(made, TOPICS, strict=True)
            for name, said in (("title", title), ("goal", goal))
        ]
    Twin.objects.pair(meeting, pairs, by=by)
