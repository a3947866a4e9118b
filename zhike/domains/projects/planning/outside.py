"""A plan as another program wrote it, before anything is made of it. Texts are as they stand there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from zhike.core.clock.working_calendar import Shift
from zhike.domains.projects.planning.plan import Kind

Shifts = tuple[Shift, ...]


class NotAPlan(ValueError):
    """The file is not what it says, or says nothing that is a plan."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a task was planned to be once; `minutes` of working time."""

    start: datetime | None
    finish: datetime | None
    minutes: float | None = None


@dataclass(frozen=True, slots=True)
class OutsideTask:
    """`level` 1 is the highest; `parent` is the key of the summary above. Moments have no zone: they are wall time.

    `minutes` is the length: working time, or time on the wall where `is_elapsed`. `work` are minutes of all people
    together. `done` is a share from 0 to 1. `state` is the other program's own word, where it has one.
    """

    key: str
    title: str
    level: int = 1
    parent: str | None = None
    wbs: str = ""
    start: datetime | None = None
    finish: datetime | None = None
    minutes: float | None = None
    is_elapsed: bool = False
    work: float | None = None
    is_summary: bool = False
    is_milestone: bool = False
    done: float = 0
    state: str = ""
    not_before: datetime | None = None
    deadline: datetime | None = None
    note: str = ""
    sprints: tuple[str, ...] = ()
    calendar: str | None = None
    baselines: Mapping[int, Baseline] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OutsideLink:
    """`lag` in minutes: of working time, or of time on the wall where `is_elapsed`. Negative is a lead."""

    before: str
    after: str
    kind: Kind = Kind.FS
    lag: float = 0
    is_elapsed: bool = False


@dataclass(frozen=True, slots=True)
class OutsidePerson:
    """`units`: 1 is the whole of one person; more where the line stands for a team."""

    key: str
    name: str
    email: str = ""
    units: float = 1
    calendar: str | None = None


@dataclass(frozen=True, slots=True)
class OutsideAssignment:
    task: str
    person: str
    minutes: float | None = None
    units: float = 1


@dataclass(frozen=True, slots=True)
class OutsideCalendar:
    """`week`: seven days from Monday on. `days`: dates that differ, with their shifts; without any nobody works."""

    key: str
    name: str
    week: tuple[Shifts, ...]
    days: Mapping[date, Shifts] = field(default_factory=dict)

    def shifts(self, day: date) -> Shifts:
        return self.days.get(day, self.week[day.weekday()])


@dataclass(frozen=True, slots=True)
class Lost:
    """Something that is not kept: its name in the file, how often it stands there, and one of its values."""

    name: str
    count: int
    example: str = ""


@dataclass(frozen=True)
class OutsidePlan:
    """`lost` is all that stands in the file, says something, and is not kept; what others follow from is not in it."""

    name: str
    tasks: tuple[OutsideTask, ...]
    links: tuple[OutsideLink, ...] = ()
    people: tuple[OutsidePerson, ...] = ()
    assignments: tuple[OutsideAssignment, ...] = ()
    calendars: tuple[OutsideCalendar, ...] = ()
    calendar: str | None = None
    start: datetime | None = None
    minutes_a_day: float = 480
    lost: tuple[Lost, ...] = ()

    @property
    def first(self) -> datetime | None:
        """The plan's own beginning, or that of its first task."""
        return self.start or min((one.start for one in self.tasks if one.start), default=None)
