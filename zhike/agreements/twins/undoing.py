"""Taking back what was done to a twin."""

from typing import Any

from zhike.agreements.twins.events import DROPPED, WRITTEN
from zhike.core.history.undo import turned_round
from zhike.core.timeline.models import Event


@turned_round(WRITTEN)
def as_it_was(record: Any, event: Event, by: Any) -> bool:
    """The wording before comes back; the first one goes."""
    if not event.fact("was", ""):
        record.drop_twin(by=by, of=event.fact("of", ""))
    else:
        _put_back(record, event, by)
    return True


@turned_round(DROPPED)
def put_back(record: Any, event: Event, by: Any) -> bool:
    _put_back(record, event, by)
    return True


def _put_back(record: Any, event: Event, by: Any) -> None:
    said = {"of": event.fact("of", ""), "twin": event.fact("was", ""), "prevails": event.fact("prevailed", "")}
    record.write_twin(by=by, same=True, **said)
