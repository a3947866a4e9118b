"""Imports and exports in the background."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from procrastinate.contrib.django import app

from zhike.core.access.bulk import may_export
from zhike.core.jobs.kinds import runner
from zhike.core.jobs.models import Job
from zhike.core.jobs.progress import Progress
from zhike.surfaces.exchange.engine import check, run
from zhike.surfaces.exchange.export.leaving import Wish
from zhike.surfaces.exchange.export.taking import KIND, forget_old, write_export
from zhike.surfaces.exchange.models import Import, Stage
from zhike.surfaces.exchange.undoing import undo

COUNTS = {
    "created": gettext_lazy("created"),
    "updated": gettext_lazy("updated"),
    "unchanged": gettext_lazy("unchanged"),
    "rejected": gettext_lazy("not imported"),
}


def _page(job: Job) -> str:
    return reverse("exchange:import", args=[job.arguments["resource"], job.arguments["pk"]])


@runner(
    "exchange.check",
    label=gettext_lazy("Check of a file"),
    doing=gettext_lazy("Checking, %(done)s of %(total)s rows"),
    page=_page,
)
def check_file(progress: Progress, *, pk: int, resource: str) -> dict[str, Any]:
    """Foretell what an import would do; from the first row again after a crash."""
    of = check(Import.objects.get(pk=pk), tell=lambda of: _tell(progress, of), stop=progress.cancelled)
    return _result(of, _("%(done)s rows checked"))


@runner(
    "exchange.import",
    label=gettext_lazy("Import"),
    doing=gettext_lazy("Importing, %(done)s of %(total)s rows"),
    counts=COUNTS,
    page=_page,
)
def import_file(progress: Progress, *, pk: int, resource: str) -> dict[str, Any]:
    """Import what is left to import; after a crash from where the last chunk ended."""
    of = Import.objects.get(pk=pk)
    if of.stage == Stage.DONE:
        return _result(of, _("%(done)s rows imported"))
    return _result(run(of, tell=lambda of: _tell(progress, of), stop=progress.cancelled), _("%(done)s rows imported"))


@runner(
    "exchange.undo",
    label=gettext_lazy("Undoing of an import"),
    doing=gettext_lazy("Undoing, %(done)s of %(total)s rows"),
    page=_page,
)
def undo_import(progress: Progress, *, pk: int, resource: str) -> dict[str, Any]:
    """Turn round what is left to turn round; after a crash from where the last chunk ended."""
    of = Import.objects.get(pk=pk)

    def tell(of: Import) -> None:
        progress.tell(done=of.undone + of.spared_rows, total=of.created + of.updated)

    if of.stage != Stage.UNDONE:
        undo(of, by=progress.job.started_by, tell=tell, stop=progress.cancelled)
    return {"says": _("%(done)s rows undone") % {"done": f"{of.undone:,}"}}


@runner(
    KIND,
    label=gettext_lazy("Export"),
    doing=gettext_lazy("Writing, %(done)s of %(total)s rows"),
    may=may_export,
)
def export(progress: Progress, *, sort: str, **wish: str) -> dict[str, Any] | None:
    """Write the file; from the first row again after a crash."""
    return write_export(progress, Wish(**wish), sort)


@app.periodic(cron="27 * * * *")
@app.task(name="exchange.forget_exports")
def forget_exports(timestamp: int) -> int:
    """Delete the exported files whose days are over."""
    return forget_old()


def _tell(progress: Progress, of: Import) -> None:
    progress.tell(done=of.done, total=of.total, counts=of.counts)


def _result(of: Import, says: str) -> dict[str, Any]:
    done = of.done - of.rejected if of.stage == Stage.DONE else of.done
    return {"says": says % {"done": f"{done:,}"}, **of.counts}
