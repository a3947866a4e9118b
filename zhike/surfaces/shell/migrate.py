"""Brings the database to this version's shape.

Safe to repeat. Take a backup before an upgrade: zhike backup FILE.
"""

import argparse

EXAMPLE = "zhike migrate"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quiet", action="store_true", help="say nothing when all went well")


def run(options: argparse.Namespace) -> int:
    from zhike.agreements.contracts.sweep import note_heads
    from zhike.surfaces.shell._database import migrate

    steps = migrate(loud=not options.quiet)
    noted = note_heads()
    if not options.quiet:
        print(f"{steps} migrations applied." if steps else "Nothing to do: the database is up to date.")
        if noted:
            print(f"{noted} contracts: their totals, days and payments are in the ledger now.")
    return 0
