"""Runs an import, chunk by chunk, from wherever it stands: a killed one goes on exactly.

A chunk's rows, events, rejects and the marker commit together. Two processes on one import: the second finds the marker
moved and leaves. Imports of one resource write one after the other, so that they see each other's rows.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice, pairwise
from typing import Any

from django.db import connection, transaction
from django.utils import timezone, translation

from zhike.core.base.languages import language_for
from zhike.core.base.tables import Row
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.verbs import again_on_deadlock
from zhike.core.search.second_reader import SecondReader
from zhike.core.search.sorting import LEAVE_UNSORTED, Sorter
from zhike.surfaces.exchange.models import COUNTS, MADE, Import, Stage
from zhike.surfaces.exchange.planning import Plan, Planner
from zhike.surfaces.exchange.writing import note, write

CHUNK = 2_000
LOCKS = 7_265_200

Tell = Callable[[Import], Any]
Stop = Callable[[], bool]
Put = Callable[[Plan, Planner], None]


class Elsewhere(Exception):
    """Another process is running this import."""


def check(of: Import, *, tell: Tell = lambda of: None, stop: Stop = lambda: False) -> Import:
    """Plan every row and note what would happen, without writing a record. Always from the first row on."""
    begin(of, Stage.CHECKING)
    return _run(of, tell, stop, dry=True)


def run(of: Import, *, tell: Tell = lambda of: None, stop: Stop = lambda: False) -> Import:
    """Import what is left to import. `tell` is called inside each chunk's transaction. Raises Forbidden, Elsewhere."""
    if of.stage not in (Stage.RUNNING, Stage.STOPPED):
        begin(of, Stage.RUNNING)
    elif of.stage == Stage.STOPPED:
        of.stage = Stage.RUNNING
        of.save(update_fields=["stage"])
    return _run(of, tell, stop, dry=False)


def begin(of: Import, stage: Stage) -> None:
    """From the first row, with nothing counted."""
    with transaction.atomic():
        of.rejects.all().delete()
        of.likenesses.all().delete()
        of.stage, of.place, of.warnings, of.failure = stage, None, {}, ""
        of.first_record = of.first_event = of.last_event = None
        of.clients_created = of.perhaps_same = 0
        for name in COUNTS:
            setattr(of, name, 0)
        of.save()


def _run(of: Import, tell: Tell, stop: Stop, *, dry: bool) -> Import:
    model = of.declared.model
    if not model.may_add(of.created_by, model()):
        raise Forbidden
    with translation.override(language_for(of.created_by)):
        planner = Planner(of, keep=dry)
        left = 0 if dry else of.total - of.done
        with _set_apart(), Sorter() as sorter, SecondReader(left) as second:
            for rows, following in pairwise(chain(_chunks(of), [[]])):
                if stop():
                    return _end(of, Stage.MATCH if dry else Stage.STOPPED)
                _chunk(of, planner, rows, tell, None if dry else partial(write, second=second, following=following))
                sorter.written(0 if dry else len(rows))
    return _end(of, Stage.CHECKED if dry else Stage.DONE)


def _chunks(of: Import) -> Iterator[list[Row]]:
    rows = of.table.rows(of.marker)
    while chunk := list(islice(rows, CHUNK)):
        yield chunk


@again_on_deadlock
def _chunk(of: Import, planner: Planner, rows: list[Row], tell: Tell, put: Put | None) -> None:
    """`put` writes what was planned; a check does without."""
    stood = {name: getattr(of, name) for name in (*COUNTS, *MADE, "place")} | {"warnings": _copy(of.warnings)}
    try:
        with _no_tidying(), transaction.atomic():
            _hold(of)
            plan = planner.plan(rows)
            if put:
                put(plan, planner)
            note(of, plan, planner, rows[-1])
            tell(of)
    except BaseException:
        for name, value in stood.items():
            setattr(of, name, value)
        raise


def _hold(of: Import) -> None:
    """Lock this import, and all others of the resource; leave when the marker is not where we left it.

    The chunk does not wait for the disk: if the database dies, rows and marker are lost or kept together.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"set local synchronous_commit = off; {LEAVE_UNSORTED}")
        cursor.execute("select pg_advisory_xact_lock(%s, hashtext(%s))", [LOCKS, of.resource])
    if Import.objects.select_for_update().values_list("place", flat=True).get(pk=of.pk) != of.place:
        raise Elsewhere(of.pk)


@contextmanager
def _set_apart() -> Iterator[None]:
    """The program itself is not tidied again and again while its import is."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def _no_tidying() -> Iterator[None]:
    """A chunk makes hundreds of thousands of objects, of which hardly one hangs in a ring: looking for rings among all
    that stands costs a fifth of the time. What is left is found between the chunks."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _copy(warnings: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    return {column: dict(values) for column, values in warnings.items()}


def _end(of: Import, stage: Stage) -> Import:
    of.stage, of.finished_at = stage, timezone.now()
    of.save(update_fields=["stage", "finished_at"])
    return of
