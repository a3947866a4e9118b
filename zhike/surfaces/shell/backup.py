"""Writes one tar with everything: database, files, keys.

Taken from one consistent moment while people go on working. The tar holds the keys: keep it where only you can read.
"""

import argparse
from pathlib import Path

EXAMPLE = "zhike backup /backups/zhike-2026-05-03.tar"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the tar to write; must not exist")
    parser.add_argument("--force", action="store_true", help="write over an existing file")


def run(options: argparse.Namespace) -> int:
    from zhike.surfaces.shell._backup import back_up

    counted = back_up(options.file, replace=options.force)
    size = options.file.stat().st_size / 1_000_000
    print(f"{options.file}: {counted.tables} tables, {counted.rows} rows, {counted.files} files, {size:.1f} MB")
    return 0
