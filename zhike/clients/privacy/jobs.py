"""Exports are made in the background."""

from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhike.clients.models import Contact
from zhike.clients.privacy.events import EXPORTED
from zhike.clients.privacy.exporting import write_zip
from zhike.clients.privacy.policies import may_erase
from zhike.core.jobs.kinds import runner
from zhike.core.jobs.models import Job
from zhike.core.jobs.progress import Progress
from zhike.core.jobs.start import start
from zhike.core.timeline.tell import tell

KIND = "privacy.export"


def export(person: Contact, *, by: Any) -> Job:
    """Start the full export; its title names the record, not the person. Raises Forbidden."""
    with transaction.atomic():
        job = start(KIND, by=by, title=_("Export of %(one)s") % {"one": person.reference}, total=1, pk=person.pk)
        tell(EXPORTED, person, by=by)
    return job


@runner(KIND, label=gettext_lazy("Export of a person"), may=may_erase)
def make_export(progress: Progress, *, pk: int) -> dict[str, Any]:
    """From the beginning again after a crash; what a crash left on the disk is swept away."""
    kept = write_zip(Contact._base_manager.get(pk=pk))
    progress.tell(done=1)
    url = reverse("privacy_download", args=[progress.job.pk])
    return {"says": _("The archive is ready. It is kept for a day."), "url": url, "stored": kept.stored}
