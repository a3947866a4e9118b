"""Measures scenarios on a database of their own; see docs/operate/measuring.md.

Each is run whole ("ours") and as its statements alone ("bare"), turn and turn about; then eight clients ask two web
processes for some seconds. The database is seeded once and kept while size and migrations are the same.
"""

import argparse
import json
import sys
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from bench import CLIENTS_ALONE, NAMES, SUMS, WORKS, place
from bench.report import machine, table
from bench.shape import MILLION, Shape, clients_alone, shape_of, size


def main(words: list[str]) -> int:
    options = _options(words)
    figures = _measured(options)
    print(table(figures["scenarios"]))
    for name in ("machine", "memory", "delivery"):
        if name in figures:
            print(f"{name}: {figures[name]}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n")
    return 0


def _options(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bin/bench", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "scenarios",
        nargs="*",
        metavar="SCENARIO",
        help=f"of {', '.join(NAMES)}; all when none is named"
        f"\n(works: {', '.join(WORKS)}; without a database: {', '.join(SUMS)})",
    )
    parser.add_argument("--size", type=size, default=100_000, help="clients: 10k, 100k (default), 1M or any number")
    parser.add_argument("--each", type=int, default=0, help="conversations of each client (default 10, of a million 3)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file too")
    parser.add_argument("--rounds", type=int, default=60, help="how often each scenario is run (default %(default)s)")
    parser.add_argument("--seconds", type=float, default=8, help="of load for each; 0 for none (default %(default)s)")
    parser.add_argument("--growth", action="store_true", help="compare --size (default 1M) with 10k, both with 3 each")
    parser.add_argument(
        "--seen-by", choices=("everyone", "team"), default="everyone", help="who sees a client that says nothing"
    )
    parser.add_argument("--data", type=Path, metavar="DIR", help="of psplib: the folder with its instances and optima")
    parser.add_argument("--fresh", action="store_true", help="seed again")
    options = parser.parse_args(words)
    if unknown := set(options.scenarios) - {*NAMES, *WORKS, *SUMS}:
        parser.error(f"no such scenario: {', '.join(sorted(unknown))}; there are {', '.join([*NAMES, *WORKS, *SUMS])}")
    return options


def _measured(options: argparse.Namespace) -> dict[str, Any]:
    if options.growth:
        return _growth(options)
    if options.scenarios and set(options.scenarios) <= set(SUMS):
        return _about() | {"scenarios": [import_module(SUMS[name]).measure(options) for name in options.scenarios]}
    return _figures(options)


def _growth(options: argparse.Namespace) -> dict[str, Any]:
    from bench import growth

    large = options.size if "--size" in " ".join(sys.argv) else MILLION
    rows = growth.measure(options.scenarios, 10_000, large, options.rounds, ["--seen-by", options.seen_by])
    return _about() | {"scenarios": rows}


def _figures(options: argparse.Namespace) -> dict[str, Any]:
    alone = bool(options.scenarios) and CLIENTS_ALONE.issuperset(options.scenarios)
    shape = clients_alone(options.size) if alone else shape_of(options.size, options.each)
    place.use(shape)
    import django

    django.setup()
    from bench.running import run

    _prepare(shape, options.fresh)
    return _about() | run(options.scenarios or list(NAMES), shape, options)


def _prepare(shape: Shape, again: bool) -> None:
    from django.core.management import call_command

    from bench import seeding, stamp

    if again or not stamp.is_fresh(shape):
        stamp.empty()
        call_command("migrate", interactive=False, verbosity=0)
        seeding.seed(shape)
        stamp.stamp(shape)


def _about() -> dict[str, Any]:
    return {"at": datetime.now().astimezone().isoformat(timespec="seconds"), "machine": machine()}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
