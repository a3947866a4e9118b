"""The page of an iteration: what it has taken, what it could take, and what came of it."""

from typing import Any

from zhike.core.lifecycle.policies import may_work
from zhike.core.pages.detail import DetailPage
from zhike.domains.projects.iterations import events
from zhike.domains.projects.iterations.backlog import backlog_of, load_of, pace_of
from zhike.domains.projects.iterations.choices import OPEN
from zhike.domains.projects.iterations.looking_back import moves_of
from zhike.domains.projects.iterations.shown import acceptance_badge, state_badge

OFFERED = 100


class IterationPage(DetailPage):
    untold = (events.TAKEN.name, events.LEFT_OUT.name)

    def context(self, record: Any) -> dict[str, Any]:
        taken = list(record.taken.select_related("task__owner"))
        load = load_of([one.task for one in taken])
        open_now = record.state in OPEN and record.archived_at is None
        works = open_now and may_work(self.request.user)
        return super().context(record) | {
            "taken": taken,
            "load": load,
            "over": bool(open_now and record.hours is not None and load.hours > record.hours),
            "pace": pace_of(record.project) if open_now else None,
            "backlog": list(backlog_of(record.project).select_related("owner")[:OFFERED]) if works else [],
            "works": works,
            "state_badge": state_badge(record),
            "acceptance": acceptance_badge(record) if record.reviewed_on else "",
            "moves": moves_of(record),
        }

    def steps(self, record: Any) -> list[Any]:
        """Without those that stand on the page itself or have a page of their own."""
        return [one for one in super().steps(record) if one["step"].name not in ("take", "leave_out", "propose")]
