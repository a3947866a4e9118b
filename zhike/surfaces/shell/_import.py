"""An import in the foreground: progress to standard error, the outcome to standard output."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from django.core.exceptions import ValidationError

from zhike.core.access.models import User
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.resources.registry import RESOURCES
from zhike.surfaces.exchange.checklist import write_checklist
from zhike.surfaces.exchange.engine import check, run
from zhike.surfaces.exchange.models import Import
from zhike.surfaces.exchange.opening import (
    choose_key,
    choose_perhaps,
    choose_region,
    choose_to_create_clients,
    open_file,
    rematch,
)
from zhike.surfaces.exchange.rejects import write_rejects
from zhike.surfaces.exchange.report import likenesses, summary
from zhike.surfaces.exchange.saved import save_match
from zhike.surfaces.shell._front import DONE, NOT_UNDERSTOOD, Refused


class NotUnderstood(Exception):
    """The command line asks for what there is not."""


def bring_in(options: argparse.Namespace) -> int:
    """The exit code."""
    try:
        of = _prepared(options)
    except NotUnderstood as trouble:
        print(f"zhike import: {trouble}", file=sys.stderr)
        return NOT_UNDERSTOOD
    _explain(of)
    try:
        (check if options.dry_run else run)(of, tell=_progress)
    except (Forbidden, ValidationError) as error:
        _refuse(error)
    finally:
        print(file=sys.stderr)
    path = write_rejects(of, options.rejects or _beside(of, options.file)) if of.rejected else None
    if options.report:
        write_checklist(of, options.report)
    _tell(of, path, options)
    return DONE


def _prepared(options: argparse.Namespace) -> Import:
    resource = RESOURCES.get(options.what)
    if resource is None or not resource.importable:
        names = ", ".join(name for name, one in RESOURCES.items() if one.importable)
        raise NotUnderstood(f"{options.what!r} cannot be imported. Choose one of: {names}.")
    if not options.file.is_file():
        raise NotUnderstood(f"There is no file {options.file}.")
    user = user_called(options.user)
    try:
        of = open_file(options.file, options.file.name, resource=options.what, by=user)
    except (ValidationError, Forbidden) as error:
        _refuse(error)
    try:
        rematch(of, _mapping(options.map))
        choose_key(of, options.key or of.key)
        if options.save_match:
            save_match(of, options.save_match, by=user)
        if options.create_links:
            choose_to_create_clients(of, True)
        choose_perhaps(of, options.perhaps or of.perhaps)
        if options.region:
            choose_region(of, options.region)
    except ValidationError as error:
        raise NotUnderstood(" ".join(error.messages)) from error
    return of


def user_called(email: str) -> Any:
    if not email:
        return User.objects.system()
    user = User.objects.at_work().filter(email__iexact=email).first()
    if user is None:
        raise NotUnderstood(f"Nobody at work has the e-mail {email!r}. See: zhike check")
    return user


def _mapping(said: Sequence[str]) -> dict[str, str]:
    if wrong := next((one for one in said if "=" not in one), ""):
        raise NotUnderstood(f"--map {wrong!r} has no “=”. Write --map COLUMN=FIELD.")
    return {column.strip(): field.strip() for column, _sign, field in (one.rpartition("=") for one in said)}


def _explain(of: Import) -> None:
    header = f"header in line {of.header_row}" if of.header_row else "columns have no names"
    print(f"{of.name}: {of.total:,} rows, {of.encoding}, {header}", file=sys.stderr)
    for one in of.matched:
        print(f"  {one.column} → {one.field or '–'} ({one.reason})", file=sys.stderr)


def _progress(of: Import) -> None:
    print(f"\r{of.done:,} of {of.total:,} rows, {of.rejected:,} rejected", end="", file=sys.stderr, flush=True)


def _beside(of: Import, file: Path) -> Path:
    """Not beside the file, which may lie where we must not write: with the imports."""
    return of.path.with_name(f"{of.pk}-{file.stem}.rejects.csv")


def _tell(of: Import, rejects: Path | None, options: argparse.Namespace) -> None:
    told = summary(of) | {"rejects_file": str(rejects) if rejects else None, "dry_run": options.dry_run}
    if options.json:
        print(json.dumps(told, ensure_ascii=False))
        return
    would = "would be " if options.dry_run else ""
    print(", ".join(f"{count:,} {would}{name}" for name, count in of.counts.items()))
    if of.clients_created:
        print(f"{of.clients_created:,} clients {would or 'were '}created on the way")
    if of.perhaps_same:
        print(f"{of.perhaps_same:,} new rows are perhaps there already ({of.perhaps}); see --perhaps")
        for one in likenesses(of, 5):
            print(f"  line {one['line']}: {one['name']} is perhaps {one['reference']}")
    for column, values in of.warnings.items():
        shown = ", ".join(f"{said} ({count:,})" for said, count in list(values.items())[:5])
        print(f"Left out of column “{column}”, because it means nothing here: {shown}{' …' if len(values) > 5 else ''}")
    if rejects:
        print(f"The rows not taken, with the reasons: {rejects}")


def _refuse(error: Exception) -> NoReturn:
    raise Refused(" ".join(error.messages) if isinstance(error, ValidationError) else str(error)) from error
