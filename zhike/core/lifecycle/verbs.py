"""The one transaction in which a record changes: lock, refresh, check the person, the version, the state."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import OperationalError, models, transaction
from psycopg.errors import DeadlockDetected

from zhike.core.lifecycle.errors import Forbidden, StaleEdit, VerbInsideVerb

AGAIN = 2
May = Callable[[Any, Any], bool]
P = ParamSpec("P")
T = TypeVar("T")

_held: ContextVar[frozenset[tuple[str, int]]] = ContextVar("held", default=frozenset())


@contextmanager
def holding(record: models.Model, *, by: Any, may: May, version: int | None = None) -> Iterator[None]:
    """Lock the record, bring it up to date and check that the person may and has seen this version."""
    key = (record._meta.label_lower, record.pk)
    if key in _held.get():
        raise VerbInsideVerb(f"a verb inside a verb on {key}")
    token = _held.set(_held.get() | {key})
    try:
        with transaction.atomic():
            record.refresh_from_db(from_queryset=type(record)._base_manager.select_for_update(no_key=True))
            check(record, by=by, may=may, version=version)
            yield
    finally:
        _held.reset(token)


def check(record: Any, *, by: Any, may: May, version: int | None = None) -> None:
    """Raise Forbidden or StaleEdit."""
    if not may(by, record):
        raise Forbidden
    if version is not None and version != record.version:
        raise StaleEdit(record)


def again_on_deadlock(verb: Callable[P, T]) -> Callable[P, T]:
    """The outermost door tries again when PostgreSQL chose it as a deadlock's victim; it may be so twice in a row."""

    @wraps(verb)
    def outermost(*args: P.args, **kwargs: P.kwargs) -> T:
        for _try in range(AGAIN):
            try:
                return verb(*args, **kwargs)
            except OperationalError as error:
                inside = transaction.get_connection().in_atomic_block
                if inside or not isinstance(error.__cause__, DeadlockDetected):
                    raise
        return verb(*args, **kwargs)

    return outermost
