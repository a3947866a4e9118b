"""When the next planned contact is due. Pure."""

from datetime import date, timedelta

from zhike.core.clock.working_calendar import WorkingCalendar


def next_contact(
    calendar: WorkingCalendar, every: int, *, last: date | None, starts_on: date, ends_on: date | None = None
) -> date | None:
    """The working day on which `every` working days have passed since the last contact; none before the plan starts.

    Without a contact so far it is the first working day of the plan. None when that lies after its end, or when the
    calendar has not so many working days within reach.
    """
    found = working_day(calendar, starts_on)
    if last is not None and (later := working_days_after(calendar, last, every)) and found:
        found = max(found, later)
    if found is None or (ends_on and found > ends_on):
        return None
    return found


def working_day(calendar: WorkingCalendar, day: date) -> date | None:
    """That day, or the first working day after it."""
    return working_days_after(calendar, day - timedelta(days=1), 1)


def working_days_after(calendar: WorkingCalendar, day: date, number: int) -> date | None:
    """The n-th working day after a day, which itself does not count; None when it lies too far."""
    left = number
    for year in range(day.year, day.year + 6):
        ahead = [one for one in calendar.year(year).working_days if one > day]
        if left <= len(ahead):
            return ahead[left - 1]
        left -= len(ahead)
    return None
