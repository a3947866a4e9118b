"""Important dates, and who was reminded of which."""

from zhike.clients.dates.models.important_date import ImportantDate
from zhike.clients.dates.models.reminder import Reminder

__all__ = ["ImportantDate", "Reminder"]
