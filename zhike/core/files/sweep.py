"""What nobody claimed, and what lies on the disk without a row."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from django.apps import apps
from django.db import transaction

from zhike.core.files import store
from zhike.core.files.models import Attachment

PATIENCE = timedelta(days=1)
CHUNK = 1_000


def forget_drafts(now: datetime) -> int:
    """Archive drafts older than a day and remove their content; how many."""
    program = apps.get_model("access.User").objects.system()
    old = Attachment.objects.drafts().filter(created_at__lt=now - PATIENCE).values_list("pk", flat=True)
    return sum(_forget(pk, program) for pk in list(old))


def _forget(pk: int, program: object) -> bool:
    with transaction.atomic():
        draft = Attachment.objects.drafts().select_for_update(no_key=True, of=("self",)).filter(pk=pk).first()
        if draft is None:
            return False
        stored = draft.stored
        draft.archive(by=program)
        Attachment.objects.filter(pk=pk).update(stored="")
        transaction.on_commit(lambda: store.remove(stored))
    return True


def remove_orphans(now: datetime) -> int:
    """Remove files older than a day that no row knows: their transaction failed; how many."""
    before = (now - PATIENCE).timestamp()
    old = (path for path in store.all_kept() if path.stat().st_mtime < before)
    return sum(_remove_unknown(chunk) for chunk in _chunks(old))


def _remove_unknown(paths: list[Path]) -> int:
    known = set(Attachment.objects.filter(stored__in=[path.name for path in paths]).values_list("stored", flat=True))
    unknown = [path for path in paths if path.name not in known]
    for path in unknown:
        path.unlink(missing_ok=True)
    return len(unknown)


def _chunks(paths: Iterable[Path]) -> Iterable[list[Path]]:
    chunk: list[Path] = []
    for path in paths:
        chunk.append(path)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
