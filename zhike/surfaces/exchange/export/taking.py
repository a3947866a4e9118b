"""Taking a list out: as a job that writes a file, kept for some days for who asked, or at once into a given place."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from zhike.core.access.events import EXPORTED
from zhike.core.access.models import Company, User
from zhike.core.jobs.models import Job, State
from zhike.core.jobs.progress import Progress
from zhike.core.jobs.start import start
from zhike.core.timeline.tell import tell
from zhike.surfaces.exchange.export.files import SORTS, sorts_of
from zhike.surfaces.exchange.export.leaving import Leaving, Wish

KIND = "exchange.export"
STEP = 500  # rows between two words about progress


def start_export(wish: Wish, sort: str, *, by: Any) -> Job:
    """A job that writes the file. Raises Forbidden, ValidationError, KeyError for a sort that there is not."""
    leaving = Leaving(wish, by)
    total, columns = leaving.matching.count(), leaving.outs
    title = _("Export %(things)s") % {"things": leaving.resource.plural}
    shown = Wish(wish.resource, wish.query, ",".join(one.name for one in columns), wish.program)
    extension = sorts_of(wish.resource)[sort].extension
    return start(KIND, by=by, title=title, total=total, sort=extension, **asdict(shown))


def write_export(progress: Progress, wish: Wish, sort: str) -> dict[str, Any] | None:
    """Write the file of a job, from its first row again after a crash; it is there once it is whole."""
    leaving, path = Leaving(wish, progress.job.started_by), path_of(progress.job)
    being_written = path.with_suffix(".part")
    try:
        count, cut = SORTS[sort].write(being_written, leaving.outs, _watched(leaving.every(), progress))
        if progress.asked_to_stop:
            return None
        being_written.replace(path)
    finally:
        being_written.unlink(missing_ok=True)
    progress.tell(done=count)
    note(leaving, sort, count)
    return {
        "says": _says(leaving, count, cut),
        "url": reverse("exchange:export_file", args=[progress.job.pk]),
        "button": _("Download"),
        "rows": count,
    }


def write_at_once(path: Path, wish: Wish, sort: str, *, by: Any) -> int:
    """The number of rows. Raises Forbidden, ValidationError."""
    leaving = Leaving(wish, by)
    count, _cut = sorts_of(wish.resource)[sort].write(path, leaving.outs, leaving.every())
    note(leaving, sort, count)
    return count


def note(leaving: Leaving, sort: str, count: int) -> None:
    """Who took out what, in the company's own history."""
    facts = asdict(leaving.wish) | {
        "things": str(leaving.resource.plural), "count": count, "sort": sort, "masked": leaving.masks,
    }  # fmt: skip
    with transaction.atomic():
        tell(EXPORTED, Company(pk=1), by=leaving.user or User.objects.system(), facts=facts)


def path_of(job: Job) -> Path:
    return folder() / f"{job.pk}.{job.arguments['sort']}"


def file_of(job: Job) -> Path | None:
    """The finished file, while it is kept."""
    path = path_of(job)
    return path if job.state == State.DONE and path.is_file() else None


def name_of(job: Job) -> str:
    day = timezone.localtime(job.created_at).date().isoformat()
    return f"{job.arguments['resource']}-{day}.{job.arguments['sort']}"


def forget_old() -> int:
    """Delete the files whose time is over; how many."""
    before = timezone.now().timestamp() - settings.EXPORT_DAYS * 86_400
    old = [path for path in folder().iterdir() if path.stat().st_mtime < before]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def folder() -> Path:
    """Where the files lie; made when it is not there."""
    found = Path(settings.MEDIA_ROOT) / "exports"
    found.mkdir(parents=True, exist_ok=True)
    return found


def _watched(rows: Iterable[list[Any]], progress: Progress) -> Iterator[list[Any]]:
    for count, row in enumerate(rows):
        if count % STEP == 0:
            progress.tell(done=count)
            if progress.cancelled():
                return
        yield row


def _says(leaving: Leaving, count: int, cut: int) -> str:
    said = _("%(count)s in the file, which can be fetched for %(days)d days.") % {
        "count": f"{count:,}", "days": settings.EXPORT_DAYS,
    }  # fmt: skip
    if cut:
        told = _("Texts cut off after the 32,767 characters that a cell holds: %(cut)s. Take CSV to have them whole.")
        said = f"{said} {told % {'cut': f'{cut:,}'}}"
    return f"{said} {_('Phones and e-mails of others’ clients are masked.')}" if leaving.masks else said
