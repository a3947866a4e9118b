"""Which task comes after which. Pure."""

from collections.abc import Mapping, Sequence


def way_back_to(befores: Mapping[int, Sequence[int]], start: int, goal: int) -> list[int]:
    """The tasks from `start` back to `goal` over what each follows, both included; empty where there is no way."""
    came_from: dict[int, int] = {start: start}
    waiting = [start]
    while waiting and goal not in came_from:
        here = waiting.pop()
        for before in befores.get(here, ()):
            if before not in came_from:
                came_from[before] = here
                waiting.append(before)
    return _walked(came_from, start, goal) if goal in came_from else []


def _walked(came_from: Mapping[int, int], start: int, goal: int) -> list[int]:
    way = [goal]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]
