"""Starting the check or the import of a file in the background; at most one at a time for each file."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zhike.core.jobs.models import Job
from zhike.core.jobs.start import start
from zhike.core.lifecycle.errors import Refused
from zhike.surfaces.exchange.engine import begin
from zhike.surfaces.exchange.models import Import, Stage
from zhike.surfaces.exchange.undoing import may_undo

ENDED = (Stage.DONE, Stage.UNDOING, Stage.UNDONE)
MATCHING = (Stage.MATCH, Stage.CHECKING, Stage.CHECKED)


def start_check(of: Import, *, by: Any) -> Import:
    """Foretell what the file would do."""
    return _start(of, Stage.CHECKING, "exchange.check", _("Check %(file)s"), by)


def start_import(of: Import, *, by: Any) -> Import:
    """Import the file, or go on where it stopped."""
    return _start(of, Stage.RUNNING, "exchange.import", _("Import %(file)s"), by)


def start_undo(of: Import, *, by: Any) -> Import:
    """Undo what was imported, or go on undoing. Raises Refused where it was undone, or nothing was written."""
    with transaction.atomic():
        held = Import.objects.select_for_update().get(pk=of.pk)
        job = job_of(held)
        if job and job.under_way:
            raise Refused(_("The import is being worked at. Wait until it has ended."))
        if not may_undo(by, held):
            raise Refused(_("There is nothing of this import to undo."))
        held.stage = Stage.UNDOING
        named = {"pk": held.pk, "resource": held.resource}
        title = _("Undo the import of %(file)s") % {"file": held.name}
        held.job_id = start("exchange.undo", by=by, title=title, total=held.created + held.updated, **named).pk
        held.save(update_fields=["job_id", "stage"])
    return held


def may_be_matched(of: Import) -> bool:
    """Whether nothing was written yet and no worker is at it."""
    job = job_of(of)
    return of.stage in MATCHING and not (job and job.under_way)


def job_of(of: Import) -> Job | None:
    return Job.objects.filter(pk=of.job_id).first() if of.job_id else None


def _start(of: Import, stage: Stage, kind: str, title: str, by: Any) -> Import:
    with transaction.atomic():
        held = Import.objects.select_for_update().get(pk=of.pk)
        job = job_of(held)
        if held.stage in ENDED or (job and job.under_way):
            return held
        goes_on = stage == Stage.RUNNING and held.stage in (Stage.RUNNING, Stage.STOPPED)
        if not goes_on:
            begin(held, stage)
        named = {"pk": held.pk, "resource": held.resource}
        held.job_id = start(kind, by=by, title=title % {"file": held.name}, total=held.total, **named).pk
        held.save(update_fields=["job_id"])
    return held
