"""The verbs of a clock, and the segments they leave behind."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.utils import timezone

from zhike.core.clock import events
from zhike.core.clock.errors import WrongClock
from zhike.core.clock.working_time import add, add_days, between
from zhike.core.lifecycle.verbs import again_on_deadlock, holding
from zhike.core.timeline.kinds import EventKind
from zhike.core.timeline.models import Event


def _as_the_area_allows(_user: Any, _deadline: Any) -> bool:
    return True


class Ticking:
    """Verbs take `at`, now by default, and leave it to the calling area who may. They raise WrongClock when the clock
    is not in the state for them, ValueError when `at` lies before the last turn.
    """

    due_at: Any
    paused_at: Any
    met_at: Any
    cancelled_at: Any
    passed_at: Any

    @again_on_deadlock
    def pause(self: Any, *, by: Any, at: datetime | None = None) -> Event:
        with self._held(by, lambda: self.is_open and not self.paused_at):
            self.paused_at = at or timezone.now()
            self._turn(self.paused_at, runs=False)
            return self._keep(events.PAUSED, by)

    @again_on_deadlock
    def resume(self: Any, *, by: Any, at: datetime | None = None) -> Event:
        """Let the clock go on. It is due later by the working time that it stood still, unless it was late before."""
        with self._held(by, lambda: self.is_open and bool(self.paused_at)):
            self._turn(at or timezone.now(), runs=True)
            return self._keep(events.RESUMED, by)

    @again_on_deadlock
    def meet(self: Any, *, by: Any, at: datetime | None = None) -> Event:
        """What was owed is done, in time or late."""
        with self._held(by, lambda: self.is_open):
            self.met_at = at or timezone.now()
            self._turn(self.met_at, runs=None)
            return self._keep(events.MET, by, late=self.met_at > self.due_at)

    @again_on_deadlock
    def cancel(self: Any, *, by: Any, at: datetime | None = None) -> Event:
        """It is owed no longer."""
        with self._held(by, lambda: self.is_open):
            self.cancelled_at = at or timezone.now()
            self._turn(self.cancelled_at, runs=None)
            return self._keep(events.CANCELLED, by)

    @again_on_deadlock
    def recompute(self: Any, *, by: Any, at: datetime | None = None) -> Event | None:
        """Count again, by what the calendar says today; the event, or None when nothing moves."""
        with self._held(by, lambda: self.is_open):
            was, self.due_at = self.due_at, self._counted()
            if was == self.due_at:
                return None
            if self.due_at >= (at or timezone.now()):
                self.passed_at = None
            return self._keep(events.RECOMPUTED, by, was=was.isoformat())

    def first_due(self: Any) -> datetime:
        """When it is due without pauses."""
        if self.allowed is not None:
            return add(self.working, self.started_at, self.allowed)
        return self.given or add_days(self.working, self.started_at, self.days or 0)

    @contextmanager
    def _held(self: Any, by: Any, ready: Callable[[], bool]) -> Iterator[None]:
        with holding(self, by=by, may=_as_the_area_allows):
            if not ready():
                raise WrongClock(self.name)
            yield

    def _turn(self: Any, at: datetime, *, runs: bool | None) -> None:
        """End the open segment and begin the next one; with `runs` None the clock ends."""
        segment = self.segments.get(until=None)
        segment.end(at)
        if not segment.runs:
            self.due_at = self._after_pause(self.due_at, segment)
            self.paused_at = None
        if runs is not None:
            self.segments.create(runs=runs, since=at)

    def _after_pause(self: Any, due: datetime, pause: Any) -> datetime:
        return add(self.working, due, between(self.working, pause.since, pause.until)) if due >= pause.since else due

    def _counted(self: Any) -> datetime:
        due = self.first_due()
        for pause in self.segments.filter(runs=False, until__isnull=False):
            due = self._after_pause(due, pause)
        return due

    def _keep(self: Any, kind: EventKind, by: Any, **facts: Any) -> Event:
        self.save()
        return self.tell(kind, by=by, **facts)
