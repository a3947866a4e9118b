"""Imports clients, contacts or conversations from a CSV file or a workbook.

Encoding, delimiter and header row are found; columns are matched by their words. A row finds its record by reference or
outside number, else by name with an equal e-mail or phone; --key FIELD names another key. Rows that cannot be taken are
written to a file of the same shape with the reason, for mending and importing again.

Exit codes: 0 done (also with rejected rows: see "rejected"), 1 the file was refused or it failed, 2 not understood.
"""

import argparse
from pathlib import Path

EXAMPLE = 'zhike import clients accounts.csv --map "Region=province" --key external_id --json'


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", metavar="WHAT", help="clients, contacts, conversations: what each row is")
    parser.add_argument("file", type=Path, metavar="FILE", help="CSV, TSV or .xlsx")
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="COLUMN=FIELD",
        help="take the column for the field; =: leave it out",
    )
    parser.add_argument(
        "--save-match", default="", metavar="NAME", help="keep the match for files with the same columns"
    )
    parser.add_argument("--key", default="", metavar="FIELD", help="by which field rows find their records")
    parser.add_argument(
        "--create-links", action="store_true", help="create the clients that rows name and nobody knows"
    )
    parser.add_argument(
        "--perhaps",
        choices=("create", "update", "skip"),
        default="",
        help="what becomes of a new row that is perhaps there already (same phone, name alike): create it, "
        "the default; update the record that is there; leave it out, with the rejects",
    )
    parser.add_argument("--region", default="", metavar="CC", help="whose national phone numbers, such as CN or US")
    parser.add_argument("--dry-run", action="store_true", help="say what would happen, and change nothing")
    parser.add_argument("--json", action="store_true", help="print one JSON object with the counts")
    parser.add_argument("--rejects", type=Path, metavar="FILE", help="where to write the rows not taken")
    parser.add_argument("--report", type=Path, metavar="FILE", help="where to write what was found and how to mend it")
    parser.add_argument("--user", default="", metavar="EMAIL", help="who imports (default: the program itself)")


def run(options: argparse.Namespace) -> int:
    from zhike.surfaces.shell._import import bring_in

    return bring_in(options)
