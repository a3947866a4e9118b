"""The links of a plan from outside, as links between tasks. Pure.

What a milestone passes on from its tasks to others becomes a link between these; the tasks before it lead to it.
"""

from collections import defaultdict
from collections.abc import Iterator

from zhike.domains.projects.planning.outside import OutsideLink, OutsidePlan, OutsideTask
from zhike.domains.projects.planning.plan import Activity, Cycle, Kind, Link, Plan

MOST = 6  # links for each task; more come only from summaries that wait for summaries
LEAST_LAG, MOST_LAG = -200, 400
A_DAY = 24 * 60


class Ties:
    """`follows`: (task, before, lag in working days). `milestones`: where each task leads to, by its key.

    `other_kinds` and `dropped` count links that are not kept: by their kind, and because they would make a circle or
    too many.
    """

    def __init__(self, plan: OutsidePlan, points: set[str]) -> None:
        self.plan, self.points = plan, points
        self.tasks = [one for one in plan.tasks if not one.is_summary]
        self.other_kinds = sum(one.kind != Kind.FS for one in plan.links)
        self.dropped = 0
        self.before: dict[str, dict[str, int]] = defaultdict(dict)
        self._expand(self._below())
        self.milestones = self._leading()
        self.follows = self._without_circles(list(self._between_tasks()))

    def _below(self) -> dict[str, list[str]]:
        """The tasks in each summary; of a task, itself."""
        known: dict[str, OutsideTask] = {one.key: one for one in self.plan.tasks}
        found: dict[str, list[str]] = defaultdict(list)
        for one in self.tasks:
            key: str | None = one.key
            while key in known and one.key not in found[key]:
                found[key].append(one.key)
                key = known[key].parent
        return found

    def _expand(self, below: dict[str, list[str]]) -> None:
        made = 0
        for link in self.plan.links:
            pairs = [(before, after) for before in below[link.before] for after in below[link.after] if before != after]
            if link.kind != Kind.FS:
                continue
            if made + len(pairs) > MOST * len(self.tasks):
                self.dropped += 1
                continue
            made += len(pairs)
            lag = self._days(link)
            for before, after in pairs:
                self.before[after][before] = max(lag, self.before[after].get(before, LEAST_LAG))

    def _days(self, link: OutsideLink) -> int:
        days = link.lag / (A_DAY if link.is_elapsed else self.plan.minutes_a_day)
        return min(max(round(days), LEAST_LAG), MOST_LAG)

    def _leading(self) -> dict[str, str]:
        """The first milestone, in the order of the plan, for which a task is waited."""
        found: dict[str, str] = {}
        for one in self.tasks:
            for before in self.before[one.key] if one.key in self.points else ():
                if before not in self.points:
                    found.setdefault(before, one.key)
        return found

    def _between_tasks(self) -> Iterator[tuple[str, str, int]]:
        for one in self.tasks:
            if one.key not in self.points:
                yield from ((one.key, before, lag) for before, lag in self._through(one.key).items())

    def _through(self, key: str) -> dict[str, int]:
        """The tasks before one, through milestones too. These are looked at again only if waited for longer."""
        found: dict[str, int] = {}
        longest: dict[str, int] = {}
        waiting = [(key, 0)]
        while waiting:
            here, passed = waiting.pop()
            for before, lag in self.before[here].items():
                days = min(max(passed + lag, LEAST_LAG), MOST_LAG)
                if before in self.points and days > longest.get(before, LEAST_LAG - 1):
                    longest[before] = days
                    waiting.append((before, days))
                elif before not in self.points and before != key:
                    found[before] = max(days, found.get(before, LEAST_LAG))
        return found

    def _without_circles(self, follows: list[tuple[str, str, int]]) -> list[tuple[str, str, int]]:
        activities = [Activity(one.key, 0) for one in self.tasks]
        while True:
            try:
                _order = Plan(activities, [Link(before, task) for task, before, _lag in follows]).order
            except Cycle as circle:
                pair = circle.keys[0], circle.keys[-1]
                follows = [one for one in follows if one[:2] != pair]
                self.dropped += 1
            else:
                return follows
