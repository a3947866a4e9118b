"""Does the background work: jobs, events' reactions, what happens by the clock.

Run one or more, on as many machines as wanted, over the same database.
"""

import argparse

EXAMPLE = "zhike worker --concurrency 4"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--concurrency", type=int, help="jobs at once (default: ZHIKE_JOBS_AT_ONCE, else 4)")


def run(options: argparse.Namespace) -> int:
    from django.conf import settings

    from zhike.surfaces.shell._work import work

    work(concurrency=options.concurrency or settings.JOBS_AT_ONCE)
    return 0
