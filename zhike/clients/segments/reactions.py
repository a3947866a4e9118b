"""What segments do about what happens to clients and to themselves."""

from typing import Any

from django.utils import translation
from django.utils.translation import gettext

from zhike.clients.segments.keeping import keep_up
from zhike.clients.segments.models import Segment
from zhike.core.base.languages import language_for
from zhike.core.jobs.start import start
from zhike.core.record.events import ADDED, EDITED, RESTORED
from zhike.core.timeline.models import Event
from zhike.core.timeline.reactions import Batch, reaction

OURS = Segment._meta.label_lower


@reaction(last=True)
def keep_segments(batch: Batch) -> None:
    """Whatever happened: those whom it touches are asked again."""
    keep_up([event for event in batch if event.record_type != OURS])


@reaction(ADDED, EDITED, RESTORED)
def fill_what_has_a_new_rule(batch: Batch) -> None:
    for event in batch:
        if event.record_type == OURS and _concerns_the_rule(event):
            for segment in Segment.objects.by_rule().filter(pk=event.record_id):
                _start_filling(segment, event)


def _concerns_the_rule(event: Event) -> bool:
    return event.kind != EDITED.name or "rule" in event.fact("changed", {})


def _start_filling(segment: Segment, event: Event) -> None:
    by: Any = event.actor
    with translation.override(language_for(by)):
        title = gettext("Work out the segment %(name)s") % {"name": segment}
    start("segments.fill", by=by, title=title, segment=segment.pk, made=event.kind == ADDED.name)
