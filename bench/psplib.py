"""Schedules of the PSPLIB instances (Kolisch and Sprecher, PSPLIB: a project scheduling problem library, 1997).

Asks of each instance in the folder of --data: is the longest way through what its header says (MPM-Time)? Does the
schedule keep all links and capacities? Is it never shorter than the known optimum, and how much longer? Fails loudly
on the first that is wrong. Files `*.sm`, with `optimum/optimum.csv` beside or above them.
"""

import csv
from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median
from time import process_time
from typing import Any

from zhike.domains.projects.planning.network import network
from zhike.domains.projects.planning.plan import Activity, Link, Plan
from zhike.domains.projects.planning.schedule import Schedule, schedule


@dataclass(frozen=True)
class Instance:
    name: str
    plan: Plan
    needs: dict[Any, dict[int, int]]
    capacity: dict[int, int]
    longest: int


def measure(options: Namespace) -> dict[str, Any]:
    """The row of the report; gaps in per cent of the optimum, seconds of the processor."""
    if not options.data:
        raise SystemExit("psplib: say with --data where the instances are.")
    best, gaps, seconds = optima(options.data), [], []
    for path in sorted(path for path in options.data.rglob("*.sm") if path.is_file()):
        one = read(path)
        start = process_time()
        found = schedule(one.plan, one.needs, one.capacity)
        seconds.append(process_time() - start)
        check(one, found, best[path.name])
        gaps.append(100 * (found.finish - best[path.name]) / best[path.name])
    return {
        "scenario": "psplib",
        "instances": len(gaps),
        "mean_gap": round(mean(gaps), 3),
        "worst_gap": round(max(gaps), 2),
        "at_optimum": sum(not gap for gap in gaps),
        "mean_s": round(mean(seconds), 3),
        "median_s": round(median(seconds), 3),
        "worst_s": round(max(seconds), 3),
    }


def check(one: Instance, found: Schedule, best: int) -> None:
    """Raises AssertionError that names the instance."""
    if (longest := network(one.plan).finish) != one.longest:
        raise AssertionError(f"{one.name}: longest way {longest}, its header says {one.longest}")
    if found.finish < best:
        raise AssertionError(f"{one.name}: finish {found.finish} before the optimum {best}")
    takes = {activity.key: int(activity.duration) for activity in one.plan.activities}
    for link in one.plan.links:
        if found.starts[link.after] < found.starts[link.before] + takes[link.before]:
            raise AssertionError(f"{one.name}: {link} is not kept")
    for moment in range(found.finish):
        on = [key for key, start in found.starts.items() if start <= moment < start + takes[key]]
        for name, most in one.capacity.items():
            if sum(one.needs[key].get(name, 0) for key in on) > most:
                raise AssertionError(f"{one.name}: more than {most} of {name} at {moment}")


def optima(folder: Path) -> dict[str, int]:
    """By file name. Where a file has bounds only, the lower one."""
    found: dict[str, int] = {}
    for path in sorted(folder.rglob("optimum.csv")):
        with path.open(newline="") as file:
            found |= {row["problem"]: int(row["optimum"].split("..")[0]) for row in csv.DictReader(file)}
    return found


def read(path: Path) -> Instance:
    """Jobs are numbered from 1; the first and the last take no time. Raises ValueError for another format."""
    parts = path.read_text().split("***\n")
    lines = {part.split("\n", 1)[0].split()[0].rstrip(":"): part.splitlines() for part in parts if part.strip(" *\n")}
    links = [
        Link(int(row[0]), int(after)) for row in _rows(lines["PRECEDENCE"][2:]) for after in row[3 : 3 + int(row[2])]
    ]
    jobs = _rows(lines["REQUESTS/DURATIONS"][3:])
    needs = {int(row[0]): {n: int(need) for n, need in enumerate(row[3:]) if int(need)} for row in jobs}
    capacity = dict(enumerate(int(one) for one in lines["RESOURCEAVAILABILITIES"][2].split()))
    longest = int(lines["PROJECT"][2].split()[5])
    return Instance(
        path.name, Plan([Activity(int(row[0]), int(row[2])) for row in jobs], links), needs, capacity, longest
    )


def _rows(lines: list[str]) -> list[list[str]]:
    return [line.split() for line in lines if line.strip(" *")]
