"""Activities put one after another, each at the first moment at which enough of everything is free.

The serial schedule generation scheme (Kelley, The critical-path method: resources planning and scheduling, 1963) and
justification, which takes slack out of a schedule from its end, then from its beginning (Valls, Ballestin and
Quintanilla, Justification and RCPSP, 2005). What is free at one moment is one number: a field of bits for each
resource, with a spare bit that turns to 0 when the field is overdrawn; so one subtraction asks for all at once.
"""

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import Any

from zhike.domains.projects.planning.hours import ALWAYS
from zhike.domains.projects.planning.plan import Plan, PlanError

Needs = Mapping[Any, Mapping[Any, int]]
Capacity = Mapping[Any, int]
Order = list[int]
Starts = list[int]


class Placing:
    """A plan with whole durations and what each activity needs of what there is, ready to be placed many times.

    Raises PlanError for times that are not whole, hours of an activity's own, a need that is negative, of something
    that there is not, or more than there ever is.
    """

    def __init__(self, plan: Plan, needs: Needs, capacity: Capacity) -> None:
        _check(plan, needs, capacity)
        self.plan, self.size = plan, len(plan.activities)
        self.takes = [int(one.duration) for one in plan.activities]
        self.first = [int(one.not_before) for one in plan.activities]
        self.rank = [0] * self.size
        for rank, place in enumerate(plan.order):
            self.rank[place] = rank
        self._links()
        width = max(capacity.values(), default=0).bit_length() + 1
        self.spare = sum(1 << (width * n + width - 1) for n in range(len(capacity)))
        self.all_free = self.spare + sum(most << (width * n) for n, most in enumerate(capacity.values()))
        self.needs = [
            sum(needs.get(one.key, {}).get(name, 0) << (width * n) for n, name in enumerate(capacity))
            for one in plan.activities
        ]
        self.bound = self._bound(needs, capacity)

    def _links(self) -> None:
        """Each link as a least distance between starts; and the same for time that runs backwards."""
        self.before: list[list[tuple[int, int]]] = [[] for _one in self.takes]
        self.after: list[list[tuple[int, int]]] = [[] for _one in self.takes]
        for later, links in enumerate(self.plan.before):
            for earlier, kind, lag in links:
                apart = int(lag) + (kind[0] == "F") * self.takes[earlier] - (kind[1] == "F") * self.takes[later]
                self.before[later].append((earlier, apart))
                self.after[earlier].append((later, apart + self.takes[later] - self.takes[earlier]))
        self.is_plain = all(apart >= 0 for links in (*self.before, *self.after) for _place, apart in links)

    def _bound(self, needs: Needs, capacity: Capacity) -> int:
        """No schedule ends before this: the longest way through, and the work of each resource over what there is."""
        longest, begin = self._alone(), min(self.first, default=0)
        for name, most in capacity.items():
            work = sum(int(one.duration) * needs.get(one.key, {}).get(name, 0) for one in self.plan.activities)
            longest = max(longest, begin - (-work // most) if most else 0)
        return longest

    def _alone(self) -> int:
        starts = [0] * self.size
        for place in self.plan.order:
            starts[place] = max([self.first[place], *(starts[one] + apart for one, apart in self.before[place])])
        return self.end(starts)

    def end(self, starts: Starts) -> int:
        return max((start + takes for start, takes in zip(starts, self.takes, strict=True)), default=0)

    def forwards(self, order: Order) -> Starts:
        """As early as can be, in that order, which must be one of precedence."""
        return self._placed(order, self.before, self.first)

    def justified(self, starts: Starts) -> Starts:
        """Pushed to its end, then back to its beginning: never longer than it was, often shorter."""
        end, takes = self.end(starts), self.takes
        ends = [end - start - one for start, one in zip(starts, takes, strict=True)]
        pushed = self._placed(self._by(ends, self.after, backwards=True), self.after, [0] * self.size)
        late = [end - start - one for start, one in zip(pushed, takes, strict=True)]
        again = self.forwards(self.order_of(late))
        return again if self.end(again) <= end else starts

    def order_of(self, starts: Starts) -> Order:
        return self._by(starts, self.before, backwards=False)

    def _by(self, moments: Starts, links: list[list[tuple[int, int]]], *, backwards: bool) -> Order:
        rank = [-one for one in self.rank] if backwards else self.rank
        order = sorted(range(self.size), key=lambda place: (moments[place], rank[place]))
        return order if self.is_plain else _mended(order, links)

    def _placed(self, order: Order, links: list[list[tuple[int, int]]], first: Starts) -> Starts:
        free, spare, needs = [self.all_free] * 256, self.spare, self.needs
        starts = [0] * self.size
        for place in order:
            start, takes, need = first[place], self.takes[place], needs[place]
            for earlier, apart in links[place]:
                if starts[earlier] + apart > start:
                    start = starts[earlier] + apart
            if need and takes:
                end = start + takes
                if end > len(free):
                    free += [self.all_free] * end
                moment = start
                while moment < end:
                    if (free[moment] - need) & spare != spare:
                        start, end = moment + 1, moment + 1 + takes
                        if end > len(free):
                            free += [self.all_free] * end
                    moment += 1
                for moment in range(start, end):
                    free[moment] -= need
            starts[place] = start
        return starts


def _mended(order: Order, links: list[list[tuple[int, int]]]) -> Order:
    """The nearest order of precedence: leads may let an activity begin before one that it waits for."""
    wish = {place: n for n, place in enumerate(order)}
    waits, after = [len(one) for one in links], [[] for _one in links]  # type: list[int], list[list[int]]
    for later, one in enumerate(links):
        for earlier, _apart in one:
            after[earlier].append(later)
    ready = [(wish[place], place) for place in order if not waits[place]]
    heapify(ready)
    found = []
    while ready:
        place = heappop(ready)[1]
        found.append(place)
        for later in after[place]:
            waits[later] -= 1
            if not waits[later]:
                heappush(ready, (wish[later], later))
    return found


def _check(plan: Plan, needs: Needs, capacity: Capacity) -> None:
    times: Sequence[float] = [one.duration for one in plan.activities] + [link.lag for link in plan.links]
    if any(one != int(one) for one in [*times, *(one.not_before for one in plan.activities)]):
        raise PlanError("A schedule is made of whole units of time.")
    if any(one.hours is not ALWAYS for one in plan.activities):
        raise PlanError("A schedule knows no hours of an activity's own: use `capacity`, where people have theirs.")
    for key, one in needs.items():
        for name, need in one.items():
            if not 0 <= need <= capacity.get(name, -1):
                raise PlanError(f"{key} needs {need} of {name}, of which there are {capacity.get(name, 0)}.")
