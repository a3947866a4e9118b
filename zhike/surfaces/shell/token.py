"""Makes a token for the API, with the rights of one person: zhike token create.

The token is printed once, alone on standard output, and stored nowhere.
"""

import argparse

EXAMPLE = "zhike token create --user lena@example.com --name Reports --scope read --days 365"


def arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="create")
    create = verbs.add_parser("create", help="make one", description=__doc__, epilog=f"example:\n  {EXAMPLE}")
    create.add_argument("--user", required=True, metavar="EMAIL", help="whom the program works as")
    create.add_argument("--name", default="zhike token create", help="what it is for")
    create.add_argument(
        "--scope", action="append", metavar="SCOPE", help="read, write, or clients:read; again for more (default write)"
    )
    create.add_argument("--days", type=int, default=0, help="how long it works (default: until it is revoked)")


def run(options: argparse.Namespace) -> int:
    from zhike.surfaces.shell._tokens import create

    print(create(email=options.user, name=options.name, scopes=options.scope or ["write"], days=options.days))
    return 0
