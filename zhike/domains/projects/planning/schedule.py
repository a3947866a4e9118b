"""When each activity begins if people and things are scarce: short, not always shortest; the seed decides all.

A genetic search over orders of precedence (Hartmann, A competitive genetic algorithm for resource-constrained project
scheduling, 1998), begun with orders drawn by the regret of the latest finish (Kolisch, 1996), each schedule justified.
It stops at a bound that nothing can beat, or when its tries are used up: by number, not by the clock. Of plans in which
an activity may begin before one that it waits for (leads, SF), all links are kept but not every schedule is looked for.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from random import Random

from zhike.domains.projects.planning.network import network
from zhike.domains.projects.planning.placing import Capacity, Needs, Order, Placing, Starts
from zhike.domains.projects.planning.plan import Plan

PLACED = 150_000  # activities placed in all, where the caller does not say how often it may try
PEOPLE, LEAST_TRIES = 40, 60
CHANGED = 0.05  # how often two neighbours in an order change places


@dataclass(frozen=True)
class Schedule:
    """Whole starts by key. `finish` is the end of all; `bound` is before or at the end of any schedule at all."""

    starts: dict[Hashable, int]
    finish: int
    bound: int
    tries: int

    @property
    def is_shortest(self) -> bool:
        """Proven; a schedule may well be shortest without."""
        return self.finish == self.bound


def schedule(
    plan: Plan,
    needs: Needs,
    capacity: Capacity,
    tries: int | None = None,
    seed: int = 1,
) -> Schedule:
    """`needs`: of each activity while it lasts, by resource; `capacity`: of each resource at any moment.

    `tries` counts schedules made. Raises PlanError as Placing does, Cycle (a PlanError) for a circle.
    """
    placing = Placing(plan, needs, capacity)
    most = tries or max(PLACED // max(placing.size, 1), LEAST_TRIES)
    search = _Search(placing, Random(seed), most)
    search.run()
    starts = {one.key: start for one, start in zip(plan.activities, search.best, strict=True)}
    return Schedule(starts, search.finish, placing.bound, search.tries)


class _Search:
    def __init__(self, placing: Placing, dice: Random, most: int) -> None:
        self.placing, self.dice, self.most, self.tries = placing, dice, most, 0
        timings = network(placing.plan).timings
        self.late = [timings[one.key].late_finish for one in placing.plan.activities]
        self.best: Starts = []
        self.finish = -1
        self.linked = {(one, place) for place, links in enumerate(placing.before) for one, _apart in links}

    @property
    def is_over(self) -> bool:
        return self.tries >= self.most or self.finish == self.placing.bound

    def run(self) -> None:
        self._try(self._drawn(greedy=True))
        while not self.is_over:
            self._evolve()

    def _evolve(self) -> None:
        """Until the people are all alike: then it begins again with others."""
        people: dict[tuple[int, ...], int] = {}
        while len(people) < PEOPLE and not self.is_over:
            self._join(people, self._drawn(greedy=False))
        stale = 0
        while stale < PEOPLE and not self.is_over:
            before, parents = min(people.values()), list(people)
            self.dice.shuffle(parents)
            for mother, father in zip(parents[::2], parents[1::2], strict=False):
                self._join(people, self._child(mother, father))
                self._join(people, self._child(father, mother))
                if self.is_over:
                    return
            people = dict(sorted(people.items(), key=lambda one: one[1])[:PEOPLE])
            stale = 0 if min(people.values()) < before else stale + 1

    def _join(self, people: dict[tuple[int, ...], int], order: Order) -> None:
        starts = self._try(order)
        people[tuple(self.placing.order_of(starts))] = self.placing.end(starts)

    def _try(self, order: Order) -> Starts:
        starts = self.placing.justified(self.placing.forwards(order))
        self.tries += 3
        end = self.placing.end(starts)
        if self.finish < 0 or end < self.finish:
            self.best, self.finish = starts, end
        return starts

    def _drawn(self, *, greedy: bool) -> Order:
        """An order of precedence in which what may not be late tends to come first."""
        waits = [len(links) for links in self.placing.before]
        ready, order = [place for place, count in enumerate(waits) if not count], []
        while ready:
            place = min(ready, key=lambda one: self.late[one]) if greedy else self._chosen(ready)
            ready.remove(place)
            order.append(place)
            for later, _apart in self.placing.after[place]:
                waits[later] -= 1
                if not waits[later]:
                    ready.append(later)
        return order

    def _chosen(self, ready: list[int]) -> int:
        worst = max(self.late[one] for one in ready)
        return self.dice.choices(ready, [worst - self.late[one] + 1 for one in ready])[0]

    def _child(self, mother: tuple[int, ...], father: tuple[int, ...]) -> Order:
        """The mother's beginning, then a stretch in the father's order, the rest in the mother's."""
        size = len(mother)
        left = self.dice.randrange(size)
        right = self.dice.randint(left, size)
        order = list(mother[:left])
        has = set(order)
        order += [place for place in father if place not in has][: right - left]
        has = set(order)
        order += [place for place in mother if place not in has]
        return self._changed(order)

    def _changed(self, order: Order) -> Order:
        for n in range(len(order) - 1):
            if self.dice.random() < CHANGED and (order[n], order[n + 1]) not in self.linked:
                order[n], order[n + 1] = order[n + 1], order[n]
        return order
