"""Calendars, and deadlines on any record."""

from zhike.core.clock.models.calendar import Calendar
from zhike.core.clock.models.deadline import Deadline
from zhike.core.clock.models.segment import Segment

__all__ = ["Calendar", "Deadline", "Segment"]
