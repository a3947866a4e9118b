"""Finds the command that was asked for, and runs it."""

import argparse
import ast
import os
import pkgutil
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

from zhike import __version__
from zhike.config.environment import flag, text
from zhike.core.lifecycle import errors as lifecycle

PACKAGE = Path(__file__).parent
DONE, FAILED, NOT_UNDERSTOOD, MISCONFIGURED = 0, 1, 2, 78


class Refused(Exception):
    """What a command will not or cannot do; says what happened, why, and what to do. Exit code 1."""


def main(words: Sequence[str] | None = None) -> int:
    """Runs `zhike WORDS…` and returns the exit code."""
    words = list(sys.argv[1:] if words is None else words)
    # Leaves through atexit, where the embedded PostgreSQL is let go.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    name = words[0] if words and not words[0].startswith("-") else ""
    if not name:
        return _overview(words)
    if name not in commands():
        print(f"zhike: there is no command {name!r}. Try: zhike --help", file=sys.stderr)
        return NOT_UNDERSTOOD
    return _perform(import_module(commands()[name]), name, words[1:])


def commands() -> dict[str, str]:
    """Name of each command and the module that holds it."""
    found = (one.name for one in pkgutil.iter_modules([str(PACKAGE)]) if not one.name.startswith("_"))
    return {name.rstrip("_").replace("_", "-"): f"zhike.surfaces.shell.{name}" for name in sorted(found)}


def _overview(words: list[str]) -> int:
    lines = [f"  {name:<10} {_first_line(module)}" for name, module in commands().items()]
    parser = argparse.ArgumentParser(
        prog="zhike",
        usage="zhike COMMAND [--help] …",
        description="Know every client, keep every promise.",
        epilog="commands:\n" + "\n".join(lines) + "\n\nexample:\n  zhike serve --port 8000 --with-worker",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"zhike {__version__}")
    parser.parse_args(words)
    parser.print_help(sys.stderr)
    return NOT_UNDERSTOOD


def _first_line(module: str) -> str:
    source = (PACKAGE / f"{module.rpartition('.')[2]}.py").read_text(encoding="utf-8")
    return (ast.get_docstring(ast.parse(source)) or "").partition("\n")[0]


def _perform(command: ModuleType, name: str, words: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog=f"zhike {name}",
        description=command.__doc__,
        epilog=f"example:\n  {command.EXAMPLE}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.arguments(parser)
    options = parser.parse_args(words)
    say_where(options)
    try:
        _set_up()
        return int(command.run(options))
    except (Refused, lifecycle.Refused) as refusal:
        print(f"zhike: {refusal}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return 128 + signal.SIGINT


def say_where(options: argparse.Namespace) -> None:
    """Links lead to where a command serves, unless ZHIKE_URL or ZHIKE_HTTPS tells where people reach us."""
    port, host = getattr(options, "port", None), getattr(options, "host", "")
    if port and not text("ZHIKE_URL") and not flag("ZHIKE_HTTPS", False):
        shown = "localhost" if host in {"", "0.0.0.0", "::"} else f"[{host}]" if ":" in host else host
        os.environ["ZHIKE_URL"] = f"http://{shown}:{port}"


def _set_up() -> None:
    """Starts Django, which starts the embedded PostgreSQL. Raises Refused when the database cannot be reached."""
    import django
    from django.db import OperationalError

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhike.config.settings")
    try:
        django.setup()
    except OperationalError as error:
        raise Refused(f"The database cannot be reached: {error}".strip()) from error
