"""Reads plans from the CSV exports of Jira and PingCode, told by the names of their columns, in English or Chinese.

A column that is repeated (`Sprint`, `Sprint (2)`, or the same name twice) holds several values. Estimates that are bare
numbers are seconds in Jira and hours in PingCode, as both write them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from zhike.domains.projects.planning.outside import (
    Lost,
    NotAPlan,
    OutsideAssignment,
    OutsideLink,
    OutsidePerson,
    OutsidePlan,
    OutsideTask,
)

NAMES = {
    "key": "issue key|key|identifier|编号|工作项编号|问题关键字",
    "id": "issue id|问题 id",
    "title": "summary|title|标题|主题|概要",
    "kind": "issue type|work item type|type|类型|工作项类型|问题类型",
    "state": "status|state|状态",
    "category": "status category|状态类别|状态类型",
    "person": "assignee|负责人|经办人",
    "start": "custom field (start date)|start date|开始时间|开始日期|计划开始时间|计划开始",
    "due": "due date|截止时间|截止日期|计划完成时间|计划完成|到期日",
    "estimate": "original estimate|estimated hours|预估工时|预计工时|原预估时间",
    "sprint": "sprint|iteration|迭代|所属迭代|冲刺",
    "parent": "parent id|parent|parent key|父工作项|父工作项编号|父级",
    "epic": "custom field (epic link)|epic link|所属史诗|史诗链接",
    "after": "inward issue link (blocks)|blocked by|前置工作项|被阻塞",
    "before": "outward issue link (blocks)|blocks|后置工作项|阻塞",
    "note": "description|描述",
    "plan": "project name|所属项目|项目名称|项目",
}
FOLLOWING = """project key|project type|project lead|project lead id|project url|project description|parent summary|
assignee id|reporter id|creator id|status category changed|σ original estimate|σ remaining estimate|σ time spent|
custom field (epic name)|custom field (epic status)|custom field (epic color)|custom field (rank)"""
EPICS, POINTS = {"epic", "史诗"}, {"milestone", "里程碑"}
DONE = {"done", "closed", "resolved", "complete", "completed", "已完成", "完成", "已关闭", "已解决", "关闭"}
GOING = {"in progress", "doing", "in review", "进行中", "处理中", "开发中", "测试中", "正在进行"}
REPEATED = re.compile(r"\s\(\d+\)$")
DATES = ("%d/%b/%y %I:%M %p", "%d/%b/%y", "%Y/%m/%d %H:%M", "%Y/%m/%d", "%Y年%m月%d日", "%d/%m/%Y", "%b %d, %Y")
PARTS = re.compile(r"(\d+(?:\.\d+)?)\s*(w|d|h|m|周|天|日|小时|时|分钟|分)", re.IGNORECASE)
MINUTES = {
    "w": 2400,
    "周": 2400,
    "d": 480,
    "天": 480,
    "日": 480,
    "h": 60,
    "小时": 60,
    "时": 60,
    "m": 1,
    "分钟": 1,
    "分": 1,
}
KNOWN = {name: field for field, names in NAMES.items() for name in names.split("|")}
DERIVED = {" ".join(name.split()) for name in FOLLOWING.split("|")}


def read(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> OutsidePlan:
    """`rows` are as wide as `columns`. Raises NotAPlan where no column names the tasks or says what they are called."""
    return _Export(columns, rows).plan()


class _Export:
    def __init__(self, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        self.names = [REPEATED.sub("", " ".join(name.split())) for name in columns]
        self.places: dict[str, list[int]] = defaultdict(list)
        for place, name in enumerate(self.names):
            if field := KNOWN.get(name.casefold()):
                self.places[field].append(place)
        if not self.places["title"] or not (self.places["key"] or self.places["id"]):
            raise NotAPlan("This is no export of Jira or PingCode: it has no columns for key and title.")
        self.rows = [row for row in rows if self.first(row, "title")]
        self.is_jira = any(name.casefold() in ("issue key", "issue id", "问题关键字") for name in self.names)
        self.keys = {said: self.key(row) for row in self.rows for said in (*self.all(row, "id"), *self.all(row, "key"))}
        self.keys |= {self.first(row, "title"): self.key(row) for row in self.rows if self.is_epic(row)}
        self.lost: Counter[str] = Counter()
        self.examples: dict[str, str] = {}

    def plan(self) -> OutsidePlan:
        tasks = [self.task(row) for row in self.rows]
        people = {name: OutsidePerson(name, name) for row in self.rows for name in self.all(row, "person")[:1]}
        doing = [
            OutsideAssignment(self.key(row), self.first(row, "person"), self.estimate(row))
            for row in self.rows
            if self.first(row, "person")
        ]
        links = tuple(dict.fromkeys(link for row in self.rows for link in self.links(row)))
        self.count_lost()
        lost = tuple(Lost(name, count, self.examples.get(name, "")) for name, count in self.lost.most_common())
        name = self.first(self.rows[0], "plan") if self.rows else ""
        return OutsidePlan(name, tuple(tasks), links, tuple(people.values()), tuple(doing), lost=lost)

    def task(self, row: Sequence[str]) -> OutsideTask:
        kind, minutes = self.first(row, "kind").casefold(), self.estimate(row)
        parent = self.parent(row)
        return OutsideTask(
            key=self.key(row),
            title=self.first(row, "title"),
            level=2 if parent else 1,
            parent=parent,
            start=self.date(row, "start"),
            finish=self.date(row, "due"),
            work=minutes,
            is_summary=self.is_epic(row),
            is_milestone=kind in POINTS,
            done=self.done(row),
            state=self.first(row, "state"),
            note=self.first(row, "note"),
            sprints=tuple(dict.fromkeys(self.all(row, "sprint"))),
        )

    def links(self, row: Sequence[str]) -> list[OutsideLink]:
        here = self.key(row)
        found: list[tuple[str | None, str | None]] = [
            (self.keys.get(said), here) for said in self.several(row, "after")
        ]
        found += [(here, self.keys.get(said)) for said in self.several(row, "before")]
        self.lost["Links to other exports"] += sum(None in pair for pair in found)
        return [OutsideLink(before, after) for before, after in found if before and after and before != after]

    def parent(self, row: Sequence[str]) -> str | None:
        for said in (*self.all(row, "parent"), *self.all(row, "epic")):
            found = self.keys.get(said) or self.keys.get(said.split()[0])
            if found and found != self.key(row):
                return found
        return None

    def is_epic(self, row: Sequence[str]) -> bool:
        return self.first(row, "kind").casefold() in EPICS

    def done(self, row: Sequence[str]) -> float:
        """A task of which it is only known that somebody works on it counts as half done."""
        words = {self.first(row, "state").casefold(), self.first(row, "category").casefold()}
        return 1 if words & DONE else 0.5 if words & GOING else 0

    def estimate(self, row: Sequence[str]) -> float | None:
        """Minutes."""
        said = self.first(row, "estimate")
        if parts := PARTS.findall(said):
            return sum(float(amount) * MINUTES[unit.lower()] for amount, unit in parts)
        try:
            return float(said) / 60 if self.is_jira else float(said) * 60
        except ValueError:
            return None

    def date(self, row: Sequence[str], field: str) -> datetime | None:
        if not (said := self.first(row, field)):
            return None
        try:
            return datetime.fromisoformat(said).replace(tzinfo=None)
        except ValueError:
            pass
        for written in DATES:
            try:
                return datetime.strptime(said, written)
            except ValueError:
                continue
        name = f"{self.names[self.places[field][0]]} (unreadable)"
        self.lost[name] += 1
        self.examples.setdefault(name, said[:80])
        return None

    def key(self, row: Sequence[str]) -> str:
        return self.first(row, "key") or self.first(row, "id")

    def first(self, row: Sequence[str], field: str) -> str:
        return next(iter(self.all(row, field)), "")

    def all(self, row: Sequence[str], field: str) -> list[str]:
        return [said for place in self.places.get(field, ()) if (said := row[place].strip())]

    def several(self, row: Sequence[str], field: str) -> list[str]:
        """Keys may also stand in one cell, parted by commas."""
        return [one.strip() for said in self.all(row, field) for one in re.split(r"[,;，；、\n]", said) if one.strip()]

    def count_lost(self) -> None:
        """Every column that says something and is not read; further people of a task, too."""
        self.lost["Assignee (further people)"] += sum(max(len(self.all(row, "person")) - 1, 0) for row in self.rows)
        for place, name in enumerate(self.names):
            if name.casefold() in KNOWN or name.casefold() in DERIVED:
                continue
            for row in self.rows:
                if said := row[place].strip():
                    self.lost[name] += 1
                    self.examples.setdefault(name, said[:80])
        self.lost = +self.lost
