"""Long documents, and forgetting old ones."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app

from zhike.core.documents import kept
from zhike.core.documents.making import make, order
from zhike.core.documents.registry import documents_of
from zhike.core.jobs.kinds import runner
from zhike.core.jobs.progress import Progress
from zhike.core.resources.registry import find_record


@runner("documents.make", label=_("Make a document"), may=lambda user, _job=None: user.is_active)
def make_long(progress: Progress, record_type: str, record_id: int, name: str, language: str, url: str) -> Any:
    """For whoever started it, as far as they still see the record."""
    by = progress.job.started_by
    record = find_record(record_type, record_id, by)
    if record is None:
        return {"says": gettext("It is not there any more.")}
    make(order(documents_of(record_type)[name], record, by=by, language=language))
    return {"says": gettext("It is ready."), "url": url}


@app.periodic(cron="52 3 * * *")
@app.task(name="documents.forget")
def forget(timestamp: int) -> None:
    kept.forget()
