"""Looks at configuration, database, migrations, worker, jobs, storage: what is wrong, and how to mend it.

Exit code 0 when nothing is bad (warnings may be), else 1.
"""

import argparse
import json

EXAMPLE = "zhike check --json"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON list instead of lines")


def run(options: argparse.Namespace) -> int:
    from zhike.surfaces.shell._checkup import examine

    found = examine()
    if options.json:
        print(json.dumps([one._asdict() for one in found], ensure_ascii=False, indent=1))
    else:
        for one in found:
            print(f"{one.state:<5} {one.subject:<14} {one.finding}" + (f" {one.mend}" if one.mend else ""))
    return int(any(one.state == "bad" for one in found))
