"""The pages of a check and of a defect."""

from typing import Any

from zhike.core.pages.detail import DetailPage
from zhike.domains.projects.quality import events
from zhike.domains.projects.quality.shown import result_badge, severity_badge, state_badge


class CheckPage(DetailPage):
    """How it went, version by version."""

    untold = (events.PASSED.name, events.FAILED.name)

    def context(self, record: Any) -> dict[str, Any]:
        runs = list(record.runs.select_related("version", "tried_by"))
        told = super().context(record)
        return told | {
            "runs": [(one, result_badge(one.result)) for one in runs],
            "last_badge": result_badge(runs[0].result if runs else ""),
            "defects": [(one, severity_badge(one), state_badge(one)) for one in record.defects.standing()],
        }


class DefectPage(DetailPage):
    def context(self, record: Any) -> dict[str, Any]:
        return super().context(record) | {
            "severity_badge": severity_badge(record), "state_badge": state_badge(record)
        }  # fmt: skip
