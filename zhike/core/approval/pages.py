"""An approval's page: what is asked, who has answered what, and the answer itself in one tap; and their list."""

from typing import Any

from zhike.core.approval.panel import home_of, shown
from zhike.core.pages.detail import DetailPage
from zhike.core.pages.list import ListPage

ANSWERS = {"approve", "refuse"}


class ApprovalsPage(ListPage):
    @property
    def is_for_me(self) -> bool:
        """What waits for the reader, and nothing else is asked: an empty list is good news."""
        return self.ready("", self.resource.opens_with)["current"]


class ApprovalPage(DetailPage):
    def context(self, record: Any) -> dict[str, Any]:
        told = super().context(record)
        about, url = home_of(record, self.request.user)
        (one,) = shown([record], told["reader"])
        return told | {"one": one, "about": about, "about_url": url, "may_amend": self.may_amend(record)}

    def may_amend(self, record: Any) -> bool:
        return record.state == "waiting" and record.asked_by_id == self.request.user.pk

    def steps(self, record: Any) -> list[Any]:
        """Without the answers: they stand in the page, with the line for a reason."""
        return [one for one in super().steps(record) if one["step"].name not in ANSWERS]
