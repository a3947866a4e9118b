"""Long work on segments: filling one over all clients, and the sweep of a new day."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app

from zhike.clients.models import Client
from zhike.clients.rules.fitting import company_day
from zhike.clients.rules.reading import read
from zhike.clients.segments import events
from zhike.clients.segments.keeping import note_filled, stretches, sweep
from zhike.clients.segments.models import Segment
from zhike.clients.segments.moving import move
from zhike.clients.segments.why import MADE, RULE
from zhike.core.jobs.kinds import runner
from zhike.core.jobs.progress import Progress
from zhike.core.timeline.tell import tell


@runner("segments.fill", label=_("Work out a segment"), counts={"entered": _("came in"), "left": _("left")})
def fill_segment(progress: Progress, segment: int, made: bool) -> dict[str, Any]:
    """By its rule as it stands now; goes on behind the last stretch. The clients did not change: their timelines say
    nothing of it, the segment's own does."""
    found = Segment.objects.by_rule().filter(pk=segment).first()
    if found is None:
        return {"says": gettext("The segment has no rule any more.")}
    today, rule = company_day(), read(found.rule)
    progress.tell(total=Client.objects.standing().count())
    after, counts = progress.marker or 0, {"entered": 0, "left": 0} | progress.counts
    for scope in stretches(after):
        with transaction.atomic():
            moves = move(found, rule, scope, MADE if made else RULE, today=today)
            counts = {"entered": counts["entered"] + len(moves.entered), "left": counts["left"] + len(moves.left)}
            done = min(progress.done + scope.until - scope.after, progress.total or 0)
            progress.tell(done=done, counts=counts, marker=scope.until)
        if progress.cancelled():
            return {}
    with transaction.atomic():
        note_filled(found, today)
        tell(events.FILLED, found, by=progress.job.started_by, facts={"name": found.name} | counts)
    return {"url": f"/segments/{found.reference}/"}


@app.periodic(cron="*/10 * * * *")
@app.task(name="segments.sweep")
def sweep_the_new_day(timestamp: int) -> None:
    """At midnight of the company's zone, wherever that is; later when nobody was there at midnight."""
    sweep(company_day())
