"""Plans from the CSV exports of Jira and PingCode, on small ones written for this."""

from datetime import datetime

import pytest

from zhike.domains.projects.planning.outside import Lost, NotAPlan, OutsideLink
from zhike.domains.projects.planning.tables import read

JIRA = ["Summary", "Issue key", "Issue id", "Issue Type", "Status", "Assignee", "Due date", "Original estimate",
        "Sprint", "Sprint", "Labels", "Labels", "Parent id", "Custom field (Epic Link)", "Inward issue link (Blocks)",
        "Outward issue link (Blocks)", "Custom field (Story Points)", "Project name", "Project key"]  # fmt: skip
JIRA_ROWS = [
    ["Shop", "WEB-1", "101", "Epic", "To Do", "", "", "", "", "", "", "", "", "", "", "", "", "Web", "WEB"],
    ["Cart", "WEB-2", "102", "Story", "In Progress", "Lena", "24/Nov/26 3:15 PM", "28800", "Sprint 1", "Sprint 2",
     "red", "blue", "", "WEB-1", "", "WEB-4", "5", "Web", "WEB"],
    ["Button", "WEB-3", "103", "Sub-task", "Done", "Omar", "2026-11-20", "3600", "", "", "", "", "102", "", "", "", "",
     "Web", "WEB"],
    ["Pay", "WEB-4", "104", "Task", "To Do", "Lena", "soon", "1d 4h", "", "", "", "", "", "", "WEB-2", "OTHER-9", "",
     "Web", "WEB"],
]  # fmt: skip
PINGCODE = [
    "编号",
    "标题",
    "工作项类型",
    "状态",
    "负责人",
    "开始时间",
    "截止时间",
    "预估工时",
    "所属迭代",
    "父工作项",
    "前置工作项",
    "优先级",
]
PINGCODE_ROWS = [
    ["QC-1", "官网", "史诗", "进行中", "", "", "", "", "", "", "", "高"],
    ["QC-2", "首页", "用户故事", "已完成", "林娜", "2026-11-02", "2026/11/06", "16", "迭代一", "QC-1", "", "高"],
    ["QC-3", "切图", "任务", "新建", "林娜", "", "2026年11月9日", "2天", "", "QC-2 首页", "QC-2", ""],
    ["QC-4", "上线", "里程碑", "新建", "", "", "2026-11-12 18:00", "", "", "", "QC-2、QC-3", ""],
]


@pytest.fixture
def jira():
    return read(JIRA, JIRA_ROWS)


def test_jira_keeps_epics_sub_tasks_sprints_and_people(jira):
    shop, cart, button, pay = jira.tasks
    assert (jira.name, shop.is_summary, cart.parent, button.parent, pay.parent) == ("Web", True, "WEB-1", "WEB-2", None)
    assert cart.sprints == ("Sprint 1", "Sprint 2")
    assert (cart.done, button.done, pay.done) == (0.5, 1, 0)
    assert (cart.finish, button.finish) == (datetime(2026, 11, 24, 15, 15), datetime(2026, 11, 20))
    assert (cart.work, button.work, pay.work) == (480, 60, 720)
    assert [one.name for one in jira.people] == ["Lena", "Omar"]
    assert [(one.task, one.person) for one in jira.assignments] == [
        ("WEB-2", "Lena"),
        ("WEB-3", "Omar"),
        ("WEB-4", "Lena"),
    ]


def test_a_link_that_both_ends_tell_is_one(jira):
    assert jira.links == (OutsideLink("WEB-2", "WEB-4"),)


def test_what_is_not_kept_is_listed_and_repeated_columns_are_one(jira):
    assert set(jira.lost) == {
        Lost("Labels", 2, "red"),
        Lost("Custom field (Story Points)", 1, "5"),
        Lost("Due date (unreadable)", 1, "soon"),
        Lost("Links to other exports", 1),
    }


def test_pingcode_in_chinese():
    plan = read(PINGCODE, PINGCODE_ROWS)
    epic, page, cut, live = plan.tasks
    assert epic.is_summary and live.is_milestone
    assert (page.parent, cut.parent) == ("QC-1", "QC-2")
    assert (page.start, page.finish, cut.finish) == (
        datetime(2026, 11, 2),
        datetime(2026, 11, 6),
        datetime(2026, 11, 9),
    )
    assert (page.work, cut.work, page.done, epic.done) == (960, 960, 1, 0.5)
    assert page.sprints == ("迭代一",)
    assert plan.links == (OutsideLink("QC-2", "QC-3"), OutsideLink("QC-2", "QC-4"), OutsideLink("QC-3", "QC-4"))
    assert plan.lost == (Lost("优先级", 2, "高"),)


def test_columns_that_a_reader_numbered_are_the_same_column():
    plan = read(["Issue key", "Summary", "Sprint", "Sprint (2)"], [["A-1", "x", "one", "two"]])
    assert plan.tasks[0].sprints == ("one", "two")


def test_it_refuses_a_table_of_something_else():
    with pytest.raises(NotAPlan):
        read(["Name", "City"], [["Ann", "Rome"]])
