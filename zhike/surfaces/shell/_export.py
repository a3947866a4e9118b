"""An export in the foreground."""

import argparse
import sys

from django.core.exceptions import ValidationError

from zhike.core.lifecycle.errors import Forbidden
from zhike.core.resources.registry import RESOURCES
from zhike.surfaces.exchange.export.files import sorts_of
from zhike.surfaces.exchange.export.leaving import Wish
from zhike.surfaces.exchange.export.programs import program_called
from zhike.surfaces.exchange.export.taking import write_at_once
from zhike.surfaces.shell._front import DONE, NOT_UNDERSTOOD, Refused
from zhike.surfaces.shell._import import NotUnderstood, user_called


def take_out(options: argparse.Namespace) -> int:
    """The exit code."""
    try:
        wish, sort, by = _wish(options), _sort(options), user_called(options.user)
        count = write_at_once(options.file, wish, sort, by=by)
    except (NotUnderstood, ValidationError) as trouble:
        said = " ".join(trouble.messages) if isinstance(trouble, ValidationError) else trouble
        print(f"zhike export: {said}", file=sys.stderr)
        return NOT_UNDERSTOOD
    except (Forbidden, OSError) as trouble:
        raise Refused(str(trouble)) from trouble
    print(f"{count:,} rows in {options.file}")
    return DONE


def _wish(options: argparse.Namespace) -> Wish:
    if options.what not in RESOURCES:
        raise NotUnderstood(f"There is no list {options.what!r}. Choose one of: {', '.join(RESOURCES)}.")
    return Wish(options.what, options.query.lstrip("?"), options.columns, program_called(options.program))


def _sort(options: argparse.Namespace) -> str:
    sort = str(options.file.suffix).removeprefix(".").lower()
    if sort not in (known := sorts_of(options.what)):
        raise NotUnderstood(f"{options.file.name!r} does not say which file. End it in: {', '.join(known)}.")
    return sort
