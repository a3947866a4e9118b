"""What can happen to a meeting."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare
from zhike.core.ui.dates import full_words
from zhike.domains.meetings.choices import Answer


def _answer(said: str) -> str:
    return str(Answer(said).label)


def _when(said: str) -> str:
    return full_words(datetime.fromisoformat(said))


_PERSONAL = ("name", "who", "words", "title", "reason")
_WHEN = {"when": _when}

PLANNED = declare(
    "meeting.planned", _("{actor} planned “{record}” for {when}"), icon="meeting", personal=_PERSONAL, words=_WHEN
)
FOLLOWED = declare(
    "meeting.followed", _("The next one of the series: “{record}”, {when}"), icon="repeat", personal=_PERSONAL,
    words=_WHEN, quiet=True,
)  # fmt: skip
MOVED = declare(
    "meeting.moved", _("{actor} moved “{record}” to {when}"), icon="calendar", personal=_PERSONAL, words=_WHEN
)
CANCELLED = declare("meeting.cancelled", _("{actor} cancelled “{record}”: {reason}"), icon="close", personal=_PERSONAL)
INVITED = declare("meeting.invited", _("{actor} invited {who} to “{record}”"), icon="send", personal=_PERSONAL)
UNINVITED = declare(
    "meeting.uninvited", _("{who} was taken off “{record}” and told so"), icon="close", personal=_PERSONAL
)
ANSWERED = declare(
    "meeting.answered", _("{who} answered the invitation to “{record}”: {answer}"), icon="mail", personal=_PERSONAL,
    reminds=True, words={"answer": _answer},
)  # fmt: skip
ADDED_TOPIC = declare(
    "meeting.topic_added", _("{actor} put “{title}” on the agenda of “{record}”"), icon="list", personal=_PERSONAL,
    quiet=True,
)  # fmt: skip
CHANGED_TOPIC = declare(
    "meeting.topic_changed", _("{actor} changed the agenda of “{record}”: {title}"), icon="list", personal=_PERSONAL,
    quiet=True,
)  # fmt: skip
SENT_AGENDA = declare(
    "meeting.agenda_sent", _("{actor} sent the agenda of “{record}” to {who}"), icon="send", personal=_PERSONAL
)
AGENDA_MISSING = declare(
    "meeting.agenda_missing", _("“{record}” has no agenda yet"), icon="warning", personal=_PERSONAL, reminds=True,
    quiet=True,
)  # fmt: skip
HELD = declare("meeting.held", _("{actor} opened the minutes of “{record}”"), icon="meeting", personal=_PERSONAL)
NOTED = declare(
    "meeting.noted", _("{actor} wrote in the minutes of “{record}”: {words}"), icon="note", personal=_PERSONAL,
    quiet=True,
)  # fmt: skip
STRUCK = declare(
    "meeting.struck", _("{actor} struck a line from the minutes of “{record}”: {words}"), icon="close",
    personal=_PERSONAL, quiet=True,
)  # fmt: skip
ATTENDED = declare(
    "meeting.attended", _("{actor} noted who came to “{record}”: {who}"), icon="person", personal=_PERSONAL, quiet=True
)
CLOSED = declare("meeting.closed", _("{actor} closed the minutes of “{record}”"), icon="meeting", personal=_PERSONAL)
ENDED_SERIES = declare(
    "meeting.series_ended", _("{actor} ended the series of “{record}”"), icon="stop", personal=_PERSONAL
)
