"""Exports clients, contacts or any other list to a CSV file, a workbook or JSON lines; the name of FILE tells which.

The rows are those that the list of the same address shows, in its order. With our own header words the file can be
imported again and then changes nothing. What is exported is noted in the company's history.

Exit codes: 0 done, 1 refused or failed, 2 not understood.
"""

import argparse
from pathlib import Path

EXAMPLE = 'zhike export clients clients.xlsx --query "owner=none&sort=name" --columns name,phones --as salesforce'


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", metavar="WHAT", help="clients, contacts, …: which list")
    parser.add_argument("file", type=Path, metavar="FILE", help="ends in .csv, .xlsx or .jsonl")
    parser.add_argument("--query", default="", help="what stands behind the ? in the address of the list")
    parser.add_argument("--columns", default="all", help="all (default), shown, or names with commas between")
    parser.add_argument(
        "--as", dest="program", default="", metavar="PROGRAM",
        help="header words of salesforce, hubspot, zoho, fxiaoke or odoo",
    )  # fmt: skip
    parser.add_argument("--user", default="", metavar="EMAIL", help="who exports (default: the program itself)")


def run(options: argparse.Namespace) -> int:
    from zhike.surfaces.shell._export import take_out

    return take_out(options)
