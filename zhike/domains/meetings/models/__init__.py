"""The tables of meetings: who comes, what is on the agenda, what was said."""

from zhike.domains.meetings.models.asked import Asked
from zhike.domains.meetings.models.attendee import Attendee
from zhike.domains.meetings.models.line import Line
from zhike.domains.meetings.models.meeting import Meeting
from zhike.domains.meetings.models.topic import Topic

__all__ = ["Asked", "Attendee", "Line", "Meeting", "Topic"]
