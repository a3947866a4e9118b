"""Adds a person who can sign in: zhike user create.

The password is asked for; a script gives it in ZHIKE_PASSWORD, or on standard input with --password-stdin.
"""

import argparse

EXAMPLE = 'zhike user create --email lena@example.com --name "Lena Lin" --role admin'
ROLES = ("admin", "manager", "member", "readonly")


def arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="create")
    create = verbs.add_parser("create", help="add a person", description=__doc__, epilog=f"example:\n  {EXAMPLE}")
    create.add_argument("--email", required=True, help="what the person signs in with")
    create.add_argument("--name", required=True, help="as colleagues see it")
    create.add_argument("--role", choices=ROLES, default="member", help="what the person may do (default %(default)s)")
    create.add_argument("--password-stdin", action="store_true", help="read the password from standard input")


def run(options: argparse.Namespace) -> int:
    from zhike.surfaces.shell._people import create, password

    user = create(email=options.email, name=options.name, role=options.role, password=password(options.password_stdin))
    print(f"{user.name} <{user.email}> can sign in as {options.role}.")
    return 0
