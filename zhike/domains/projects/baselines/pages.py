"""The page of a baseline: what was frozen, and how it differs from another or from today."""

from typing import Any

from zhike.core.pages.detail import DetailPage
from zhike.domains.projects.baselines.differing import differences
from zhike.domains.projects.baselines.freezing import content_of
from zhike.domains.projects.baselines.shown import grouped, state_badge

NOW = "now"


class BaselinePage(DetailPage):
    def context(self, record: Any) -> dict[str, Any]:
        others = list(type(record).objects.filter(project=record.project_id).exclude(pk=record.pk).order_by("number"))
        asked = self.request.GET.get("against") or (str(record.number - 1) if record.number > 1 else NOW)
        chosen = next((one for one in others if str(one.number) == asked), None)
        if chosen is None:
            found = differences(record.content, content_of(record.project))
        elif chosen.number < record.number:
            found = differences(chosen.content, record.content)
        else:
            found = differences(record.content, chosen.content)
        return super().context(record) | {
            "state_badge": state_badge(record),
            "others": others,
            "chosen": chosen,
            "groups": grouped(found),
            "kept": [(name, len(record.content[name])) for name in ("goals", "milestones", "tasks", "deliverables")],
        }

    def steps(self, record: Any) -> list[Any]:
        """Without the one that has a page of its own."""
        return [one for one in super().steps(record) if one["step"].name != "propose"]
