"""Plans in the XML of Microsoft Project, on a small one written for this."""

from datetime import date, datetime

import pytest

from zhike.domains.projects.planning.msproject import read
from zhike.domains.projects.planning.msproject_values import is_elapsed, length
from zhike.domains.projects.planning.outside import Baseline, Lost, NotAPlan, OutsideAssignment, OutsideLink
from zhike.domains.projects.planning.plan import Kind

DAY = "<WorkingTimes><WorkingTime><FromTime>09:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime></WorkingTimes>"
PLAN = f"""<?xml version="1.0" encoding="UTF-8"?>
<Project xmlns="http://schemas.microsoft.com/project">
<Name>fair.xml</Name><Title>Spring fair 春季展会</Title><StartDate>2026-03-02T09:00:00</StartDate>
<CalendarUID>1</CalendarUID><MinutesPerDay>480</MinutesPerDay><Manager>Mara</Manager>
<Calendars>
 <Calendar><UID>1</UID><Name>Standard</Name><BaseCalendarUID>-1</BaseCalendarUID>
  <WeekDays><WeekDay><DayType>2</DayType><DayWorking>1</DayWorking>{DAY}</WeekDay>
   <WeekDay><DayType>7</DayType><DayWorking>0</DayWorking></WeekDay></WeekDays>
  <Exceptions><Exception><TimePeriod><FromDate>2026-04-03T00:00:00</FromDate><ToDate>2026-04-06T23:59:00</ToDate></TimePeriod>
   <Occurrences>1</Occurrences><Name>Easter</Name><Type>1</Type><DayWorking>0</DayWorking></Exception>
   <Exception><TimePeriod><FromDate>2026-12-24T00:00:00</FromDate><ToDate>2030-12-24T23:59:00</ToDate></TimePeriod>
   <Occurrences>5</Occurrences><Name>Eve</Name><Type>2</Type><DayWorking>0</DayWorking></Exception></Exceptions></Calendar>
 <Calendar><UID>2</UID><Name>Omar</Name><BaseCalendarUID>1</BaseCalendarUID>
  <WeekDays><WeekDay><DayType>6</DayType><DayWorking>0</DayWorking></WeekDay>
   <WeekDay><DayType>0</DayType><DayWorking>1</DayWorking><TimePeriod><FromDate>2026-04-04T00:00:00</FromDate>
   <ToDate>2026-04-04T23:59:00</ToDate></TimePeriod>{DAY}</WeekDay></WeekDays></Calendar>
</Calendars>
<Tasks>
 <Task><UID>0</UID><Name>Spring fair</Name><OutlineLevel>0</OutlineLevel></Task>
 <Task><UID>1</UID><Name>Stand</Name><OutlineLevel>1</OutlineLevel><WBS>1</WBS><Summary>1</Summary></Task>
 <Task><UID>2</UID><Name>Draft</Name><OutlineLevel>2</OutlineLevel><WBS>1.1</WBS><Start>2026-03-02T09:00:00</Start>
  <Finish>2026-03-03T17:00:00</Finish><Duration>PT16H0M0S</Duration><DurationFormat>7</DurationFormat><Work>PT20H0M0S</Work>
  <PercentComplete>50</PercentComplete><Notes>Blue, please.</Notes><FixedCost>300</FixedCost><TotalSlack>0</TotalSlack>
  <Baseline><Number>0</Number><Start>2026-02-23T09:00:00</Start><Finish>2026-02-24T17:00:00</Finish>
  <Duration>PT16H0M0S</Duration></Baseline></Task>
 <Task><UID>3</UID><Name>Build</Name><OutlineLevel>2</OutlineLevel><WBS>1.2</WBS><Duration>PT8H0M0S</Duration>
  <ConstraintType>4</ConstraintType><ConstraintDate>2026-03-09T09:00:00</ConstraintDate><Deadline>2026-03-20T17:00:00</Deadline>
  <PredecessorLink><PredecessorUID>2</PredecessorUID><Type>1</Type>
  <LinkLag>4800</LinkLag><LagFormat>7</LagFormat></PredecessorLink></Task>
 <Task><UID>4</UID><Name>Paint dries</Name><OutlineLevel>1</OutlineLevel>
  <Duration>PT24H0M0S</Duration><DurationFormat>8</DurationFormat>
  <PredecessorLink><PredecessorUID>3</PredecessorUID><Type>3</Type><LinkLag>50</LinkLag><LagFormat>19</LagFormat></PredecessorLink>
  <PredecessorLink><PredecessorUID>77</PredecessorUID><Type>1</Type><CrossProject>1</CrossProject>
  <CrossProjectName>Other.mpp</CrossProjectName></PredecessorLink></Task>
 <Task><UID>5</UID><Name>Opening</Name><OutlineLevel>1</OutlineLevel><Milestone>1</Milestone><Duration>PT0H0M0S</Duration>
  <ConstraintType>7</ConstraintType><ConstraintDate>2026-03-22T09:00:00</ConstraintDate>
  <PredecessorLink><PredecessorUID>4</PredecessorUID><Type>0</Type><LinkLag>-600</LinkLag><LagFormat>8</LagFormat></PredecessorLink></Task>
 <Task><UID>6</UID><IsNull>1</IsNull></Task>
</Tasks>
<Resources>
 <Resource><UID>0</UID><Name></Name><Type>1</Type></Resource>
 <Resource><UID>1</UID><Name>Omar</Name><Type>1</Type><MaxUnits>0.5</MaxUnits><EmailAddress>omar@pierhead.example</EmailAddress>
  <CalendarUID>2</CalendarUID><StandardRate>40</StandardRate></Resource>
 <Resource><UID>2</UID><Name>Timber</Name><Type>0</Type></Resource>
</Resources>
<Assignments>
 <Assignment><UID>1</UID><TaskUID>2</TaskUID><ResourceUID>1</ResourceUID><Work>PT20H0M0S</Work><Units>0.5</Units>
  <TimephasedData><Value>PT8H0M0S</Value></TimephasedData></Assignment>
 <Assignment><UID>2</UID><TaskUID>3</TaskUID><ResourceUID>-65535</ResourceUID></Assignment>
 <Assignment><UID>3</UID><TaskUID>3</TaskUID><ResourceUID>2</ResourceUID></Assignment>
</Assignments>
</Project>"""


@pytest.fixture(scope="module")
def plan():
    return read(PLAN.encode())


def test_it_keeps_tasks_with_their_outline_and_days(plan):
    assert (plan.name, plan.start, plan.minutes_a_day) == ("Spring fair 春季展会", datetime(2026, 3, 2, 9), 480)
    assert [(one.title, one.wbs, one.level, one.parent) for one in plan.tasks] == [
        ("Stand", "1", 1, None), ("Draft", "1.1", 2, "1"), ("Build", "1.2", 2, "1"), ("Paint dries", "", 1, None),
        ("Opening", "", 1, None),
    ]  # fmt: skip
    stand, draft, build, paint, opening = plan.tasks
    assert stand.is_summary and opening.is_milestone and paint.is_elapsed and not draft.is_elapsed
    assert (draft.minutes, draft.work, draft.done, draft.note) == (960, 1200, 0.5, "Blue, please.")
    assert draft.baselines == {0: Baseline(datetime(2026, 2, 23, 9), datetime(2026, 2, 24, 17), 960)}
    assert (build.not_before, build.deadline) == (datetime(2026, 3, 9, 9), datetime(2026, 3, 20, 17))
    assert opening.not_before is None


def test_it_keeps_links_with_kind_and_lag(plan):
    assert plan.links == (
        OutsideLink("2", "3", Kind.FS, 480),
        OutsideLink("3", "4", Kind.SS, 240),
        OutsideLink("4", "5", Kind.FF, -60, is_elapsed=True),
    )


def test_it_keeps_people_and_who_does_what(plan):
    (omar,) = plan.people
    assert (omar.name, omar.email, omar.units, omar.calendar) == ("Omar", "omar@pierhead.example", 0.5, "2")
    assert plan.assignments == (OutsideAssignment("2", "1", 1200, 0.5),)


def test_a_persons_calendar_stands_on_its_base(plan):
    standard, omar = plan.calendars
    morning, whole = ((540, 720),), ((480, 720), (780, 1020))
    assert [standard.shifts(date(2026, 3, day)) for day in (2, 3, 6, 7)] == [morning, whole, whole, ()]
    assert [omar.shifts(date(2026, 3, day)) for day in (2, 3, 6, 7)] == [morning, whole, (), ()]
    assert standard.shifts(date(2026, 4, 3)) == standard.shifts(date(2026, 4, 6)) == ()
    assert (omar.shifts(date(2026, 4, 3)), omar.shifts(date(2026, 4, 4))) == ((), morning)


def test_it_lists_what_is_not_kept_and_only_that(plan):
    assert set(plan.lost) == {
        Lost("Project/Manager", 1, "Mara"),
        Lost("Task/FixedCost", 1, "300"),
        Lost("Task/ConstraintType", 1, "2026-03-22T09:00:00"),
        Lost("Task/PredecessorLink", 1, "Other.mpp"),
        Lost("Resource/StandardRate", 1, "40"),
        Lost("Resource (material, cost)", 1, "Timber"),
        Lost("Assignment/TimephasedData", 1, "PT8H0M0S"),
        Lost("Assignment", 1, "3 · 2"),
        Lost("Calendar/Exception", 1, "Eve"),
    }


BOMB = b'<!DOCTYPE a [<!ENTITY x "boo"><!ENTITY y "&x;&x;&x;">]><Project><Tasks>&y;</Tasks></Project>'


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no XML"), (b"PK\x03\x04", "no XML"), (b"<Project>", "no XML"), (BOMB, "no XML"),
        (b"<html/>", "begins with <html>"), (b"<Project/>", "no plan of Microsoft Project"),
        (b'<?xml version="1.0" encoding="nonsense"?><Project/>', "no XML"),
    ],
)  # fmt: skip
def test_it_refuses_what_is_no_plan(content, words):
    with pytest.raises(NotAPlan, match=words):
        read(content)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("PT8H0M0S", 480), ("PT0H0M30S", 0.5), ("P1DT2H", 1560), ("P1W", 10080), ("-PT1H", -60), ("PT1.5H", 90),
        ("", None), ("P", None), ("8h", None), ("PT8H0M0Sx", None),
    ],
)  # fmt: skip
def test_lengths(text, minutes):
    assert length(text) == minutes


def test_formats_of_lengths_that_run_over_nights():
    assert [is_elapsed(one) for one in ("7", "8", "40", "39", "")] == [False, True, True, False, False]
