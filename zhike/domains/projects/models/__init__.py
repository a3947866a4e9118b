"""The tables of projects: what for, in which parts, until when, by whom."""

from zhike.domains.projects.models.deliverable import Deliverable, Pin, Version
from zhike.domains.projects.models.goal import Goal
from zhike.domains.projects.models.hours import Hours, Pay
from zhike.domains.projects.models.milestone import Milestone, Move
from zhike.domains.projects.models.phase import Phase
from zhike.domains.projects.models.project import Project
from zhike.domains.projects.models.task import Follow, Task

__all__ = [
    "Deliverable", "Follow", "Goal", "Hours", "Milestone", "Move", "Pay", "Phase", "Pin", "Project", "Task", "Version",
]  # fmt: skip
