"""One run on one database: ratios first, then load, then what the load left to do."""

import argparse
from importlib import import_module
from typing import Any

from bench import REQUESTS, SUMS, WORKS, importing, ratios, throughput
from bench.ask import Person
from bench.cleaning import clean
from bench.seeding import MEMBER
from bench.shape import Shape
from zhike.core.access.preferences import change_company


def run(names: list[str], shape: Shape, options: argparse.Namespace) -> dict[str, Any]:
    """The figures, JSON-ready. What was created is taken out again."""
    change_company(client_visibility=options.seen_by)
    clean(shape)
    person = Person(MEMBER)
    try:
        requests = [name for name in names if name in REQUESTS]
        rows = [ratios.measure(name, shape, person, options.rounds).told() for name in requests]
        told: dict[str, Any] = {"scenarios": rows}
        if options.seconds and requests:
            found, told["memory"] = throughput.measure(requests, shape, person, options.seconds)
            rows[:] = [row | found[row["scenario"]] for row in rows]
            told["delivery"] = throughput.delivery()
        if "import" in names:
            rows.append(importing.measure(shape))
        rows += [import_module(WORKS[name]).measure(shape) for name in names if name in WORKS]
        rows += [import_module(SUMS[name]).measure(options) for name in names if name in SUMS]
    finally:
        clean(shape)
    return told
