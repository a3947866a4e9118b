"""What stands in a file of Microsoft Project and is not kept: all that says something, is not read and not derived."""

from collections import Counter
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from zhike.domains.projects.planning.msproject_values import length
from zhike.domains.projects.planning.outside import Lost

NOTHING = {"", "0", "-1", "false", "0.0", "0.00", "1.0"}

PROJECT = """
Name Title StartDate FinishDate CalendarUID MinutesPerDay Tasks Resources Assignments Calendars SaveVersion UID
CreationDate LastSaved ScheduleFromStart CurrentDate DefaultStartTime DefaultFinishTime MinutesPerWeek DaysPerMonth
DurationFormat WorkFormat ExtendedCreationDate Revision GUID BuildNumber CurrencyDigits CurrencySymbol CurrencyCode
CurrencySymbolPosition WeekStartDay FYStartDate DefaultTaskType DefaultFixedCostAccrual DefaultTaskEVMethod
SplitsInProgressTasks TaskUpdatesResource AutoAddNewResourcesAndTasks MicrosoftProjectServerURL NewTasksEffortDriven
NewTasksEstimated Autolink InsertedProjectsLikeSummary BaselineForEarnedValue ActualsInSync NewTaskStartDate
EditableActualCosts HonorConstraints MultipleCriticalPaths SpreadActualCost SpreadPercentComplete
MoveCompletedEndsBack MoveRemainingStartsBack FiscalYearStart MoveRemainingStartsForward MoveCompletedEndsForward
NewTasksAreManual UpdateManuallyScheduledTasksWhenEditingLinks KeepTaskOnNearestWorkingTimeWhenMadeAutoScheduled Views
Filters Groups Tables Maps Reports Drawings DataLinks VBAProjects OutlineCodes WBSMasks ExtendedAttributes
CriticalSlackLimit
"""

TASK = """
UID ID GUID Name IsNull CreateDate WBS OutlineNumber OutlineLevel Start Finish Duration DurationFormat Work Summary
Milestone PercentComplete Notes ConstraintType ConstraintDate Deadline CalendarUID Baseline PredecessorLink Type
ManualStart ManualFinish ManualDuration EffortDriven Estimated Critical EarlyStart EarlyFinish LateStart LateFinish
StartVariance FinishVariance WorkVariance FreeSlack TotalSlack StartSlack FinishSlack CV SV VAC ACWP BCWS BCWP
PercentWorkComplete RemainingDuration RemainingWork RegularWork OverAllocated LevelAssignments LevelingCanSplit
LevelingDelayFormat ResumeValid Resume Stop DisplayAsSummary DisplayOnTimeline IsPublished CommitmentType
EarnedValueMethod FixedCostAccrual IgnoreResourceCalendar ActualDuration Active Manual WBSLevel FreeformDurationFormat
"""

PERSON = """
UID ID GUID Name Type IsNull EmailAddress MaxUnits CalendarUID Initials PeakUnits CanLevel AccrueAt Work RegularWork
RemainingWork PercentWorkComplete WorkVariance CreationDate WorkGroup OverAllocated StandardRateFormat
OvertimeRateFormat BookingType CV SV BCWS BCWP ACWP Start Finish IsGeneric IsInactive IsEnterprise ActiveDirectoryGUID
"""

ASSIGNMENT = """
UID GUID TaskUID ResourceUID Work Units Start Finish RegularWork RemainingWork PercentWorkComplete HasFixedRateUnits
Stop Resume StartVariance FinishVariance WorkVariance CV SV VAC BCWS BCWP CreationDate BookingType LevelingDelayFormat
Confirmed Milestone Overallocated Summary UpdateNeeded CostRateTable RateScale DelayFormat PeakUnits
"""

PLAIN_CONSTRAINTS = {"", "0", "2", "4"}  # as soon as possible, must start on, start no earlier than
DEFAULTS = {"Priority": "500", "Units": "1", "WorkContour": "0", "Active": "1"}


class Losses:
    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.examples: dict[str, str] = {}

    def add(self, name: str, example: str = "") -> None:
        self.counts[name] += 1
        self.examples.setdefault(name, example[:80])

    def of_project(self, root: Element) -> None:
        self._children("Project", root, PROJECT.split())

    def of_task(self, one: Element) -> None:
        self._children("Task", one, TASK.split())
        if (one.findtext("ConstraintType") or "") not in PLAIN_CONSTRAINTS:
            self.add("Task/ConstraintType", one.findtext("ConstraintDate") or "")
        if one.findtext("Active") == "0":
            self.add("Task/Active", one.findtext("Name") or "")

    def of_person(self, one: Element) -> None:
        self._children("Resource", one, PERSON.split())

    def of_assignment(self, one: Element) -> None:
        self._children("Assignment", one, ASSIGNMENT.split())

    def told(self) -> tuple[Lost, ...]:
        """The most frequent first."""
        return tuple(Lost(name, count, self.examples[name]) for name, count in self.counts.most_common())

    def _children(self, where: str, parent: Element, known: Iterable[str]) -> None:
        kept = set(known)
        for one in parent:
            text = (one.text or "").strip()
            if one.tag in kept or (not len(one) and (_says_nothing(text) or DEFAULTS.get(one.tag) == text)):
                continue
            self.add(f"{where}/{one.tag}", text or (one.findtext("Value") or "").strip())


def _says_nothing(text: str) -> bool:
    return text in NOTHING or length(text) == 0
