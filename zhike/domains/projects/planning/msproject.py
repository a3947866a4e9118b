"""Reads plans in the XML of Microsoft Project (MSPDI, as Project 2003 to 2019 and others write it).

Source: Microsoft, Introduction to Project XML data, with its schema mspdi_pj12.xsd. Documents with a DTD are refused.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from zhike.domains.projects.planning.msproject_calendars import calendars
from zhike.domains.projects.planning.msproject_lost import Losses
from zhike.domains.projects.planning.msproject_values import flag, is_elapsed, minutes, moment, number, said
from zhike.domains.projects.planning.outside import (
    Baseline,
    NotAPlan,
    OutsideAssignment,
    OutsideLink,
    OutsidePerson,
    OutsidePlan,
    OutsideTask,
)
from zhike.domains.projects.planning.plan import Kind

KINDS = {"0": Kind.FF, "1": Kind.FS, "2": Kind.SF, "3": Kind.SS}
PER_CENT, TENTHS = ("19", "20", "51", "52"), 10
NOBODY = "-65535"
WORK, MUST_START, NOT_BEFORE = "1", "2", "4"


def read(content: bytes) -> OutsidePlan:
    """Raises NotAPlan for what is no XML, has a DTD, or is another kind of XML."""
    root, losses = _root(content), Losses()
    tasks = list(_tasks(root, losses))
    people = [_person(one, losses) for one in root.iterfind("Resources/Resource") if _is_there(one, losses)]
    found, names = calendars(root, losses), {one.key for one in tasks}
    losses.of_project(root)
    return OutsidePlan(
        name=said(root, "Title") or said(root, "Name"),
        tasks=tuple(tasks),
        links=tuple(_links(root, names, losses)),
        people=tuple(people),
        assignments=tuple(_assignments(root, names, {one.key for one in people}, losses)),
        calendars=found,
        calendar=said(root, "CalendarUID") or None,
        start=moment(root, "StartDate"),
        minutes_a_day=number(root, "MinutesPerDay") or 480,
        lost=losses.told(),
    )


def _root(content: bytes) -> Element:
    try:
        root: Element = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as fault:
        raise NotAPlan(f"This is no XML that can be read: {fault}") from fault
    for one in root.iter():
        if isinstance(one.tag, str):
            one.tag = one.tag.rpartition("}")[2]
    if root.tag != "Project" or root.find("Tasks") is None:
        raise NotAPlan(f"This is no plan of Microsoft Project: it begins with <{root.tag}>.")
    return root


def _tasks(root: Element, losses: Losses) -> Iterator[OutsideTask]:
    """In the order of the outline. The line of the whole project (0) is no task."""
    above: list[str] = []
    for one in root.iterfind("Tasks/Task"):
        level = int(number(one, "OutlineLevel") or 0)
        if flag(one, "IsNull") or said(one, "UID") == "0" or not said(one, "UID"):
            continue
        del above[max(level, 1) - 1 :]
        losses.of_task(one)
        yield _task(one, max(level, 1), above[-1] if above else None)
        above.append(said(one, "UID"))


def _task(one: Element, level: int, parent: str | None) -> OutsideTask:
    starts_late = said(one, "ConstraintType") in (MUST_START, NOT_BEFORE)
    return OutsideTask(
        key=said(one, "UID"),
        title=said(one, "Name"),
        level=level,
        parent=parent,
        wbs=said(one, "WBS") or said(one, "OutlineNumber"),
        start=moment(one, "Start"),
        finish=moment(one, "Finish"),
        minutes=minutes(one, "Duration"),
        is_elapsed=is_elapsed(said(one, "DurationFormat")),
        work=minutes(one, "Work"),
        is_summary=flag(one, "Summary"),
        is_milestone=flag(one, "Milestone"),
        done=min(number(one, "PercentComplete") or 0, 100) / 100,
        not_before=moment(one, "ConstraintDate") if starts_late else None,
        deadline=moment(one, "Deadline"),
        note=said(one, "Notes"),
        calendar=_calendar(one),
        baselines=dict(_baselines(one)),
    )


def _baselines(task: Element) -> Iterator[tuple[int, Baseline]]:
    for one in task.iterfind("Baseline"):
        yield (
            int(number(one, "Number") or 0),
            Baseline(moment(one, "Start"), moment(one, "Finish"), minutes(one, "Duration")),
        )


def _links(root: Element, names: set[str], losses: Losses) -> Iterator[OutsideLink]:
    lengths = {said(task, "UID"): minutes(task, "Duration") or 0 for task in root.iterfind("Tasks/Task")}
    for task in root.iterfind("Tasks/Task"):
        for one in task.iterfind("PredecessorLink"):
            before, after = said(one, "PredecessorUID"), said(task, "UID")
            if before not in names or after not in names or flag(one, "CrossProject"):
                losses.add("Task/PredecessorLink", said(one, "CrossProjectName") or before)
                continue
            lag, written = number(one, "LinkLag") or 0, said(one, "LagFormat")
            lag = lengths[before] * lag / 100 if written in PER_CENT else lag / TENTHS
            yield OutsideLink(before, after, KINDS.get(said(one, "Type"), Kind.FS), lag, is_elapsed(written))


def _is_there(one: Element, losses: Losses) -> bool:
    """People with a name; machines and money that are used up are listed as lost."""
    if not said(one, "Name") or flag(one, "IsNull"):
        return False
    if said(one, "Type") not in ("", WORK):
        losses.add("Resource (material, cost)", said(one, "Name"))
        return False
    return True


def _person(one: Element, losses: Losses) -> OutsidePerson:
    losses.of_person(one)
    units = number(one, "MaxUnits")
    email = said(one, "EmailAddress")
    return OutsidePerson(said(one, "UID"), said(one, "Name"), email, 1 if units is None else units, _calendar(one))


def _assignments(root: Element, tasks: set[str], people: set[str], losses: Losses) -> Iterator[OutsideAssignment]:
    for one in root.iterfind("Assignments/Assignment"):
        task, person = said(one, "TaskUID"), said(one, "ResourceUID")
        if person == NOBODY:
            continue
        if task not in tasks or person not in people:
            losses.add("Assignment", f"{task} · {person}")
            continue
        losses.of_assignment(one)
        units = number(one, "Units")
        yield OutsideAssignment(task, person, minutes(one, "Work"), 1 if units is None else units)


def _calendar(one: Element) -> str | None:
    found = said(one, "CalendarUID")
    return found if found and found != "-1" else None
