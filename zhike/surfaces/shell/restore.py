"""Puts a backup back: database, files, keys; then compares every table with the backup's checksum.

Refuses a database or a files folder that is not empty, unless --force, which empties them first. Stop Zhike before.
"""

import argparse
from pathlib import Path

EXAMPLE = "zhike restore /backups/zhike-2026-05-03.tar"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a tar written by zhike backup")
    parser.add_argument("--force", action="store_true", help="empty the database and the files folder first")


def run(options: argparse.Namespace) -> int:
    from zhike.surfaces.shell._database import pending
    from zhike.surfaces.shell._restore import put_back

    counted = put_back(options.file, empty_first=options.force)
    print(
        f"Restored {counted.tables} tables, {counted.rows} rows, {counted.files} files; every table equals the backup."
    )
    if waiting := pending():
        print(f"The backup is of an older version: {len(waiting)} migrations are pending. Run: zhike migrate")
    return 0
