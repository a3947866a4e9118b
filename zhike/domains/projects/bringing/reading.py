"""Which plan a file holds, told by its content."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from zhike.core.base import tables
from zhike.core.lifecycle.errors import Refused
from zhike.domains.projects.bringing.draft import Draft, draft_of
from zhike.domains.projects.planning import msproject
from zhike.domains.projects.planning import tables as exported
from zhike.domains.projects.planning.outside import NotAPlan

MOST = 2_000  # tasks of one file


class PlanRefused(Refused):
    """The file holds no plan, or one that is too large; says why."""

    def __init__(self, why: str) -> None:
        super().__init__()
        self.why = why

    def __str__(self) -> str:
        return self.why


def read(content: bytes) -> Draft:
    """Raises PlanRefused."""
    try:
        if content.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1] == b"<":
            draft = draft_of(msproject.read(content))
        else:
            table = tables.read(content)
            draft = draft_of(exported.read(table.columns, [row.values for row in table.rows() if not row.problem]))
    except NotAPlan:
        said = _("This is no plan. Bring XML of Microsoft Project, or a CSV export of Jira or PingCode.")
        raise PlanRefused(said) from None
    except ValidationError as fault:
        raise PlanRefused(" ".join(fault.messages)) from None
    if draft.is_empty:
        raise PlanRefused(_("There are no tasks in this file."))
    if len(draft.tasks) > MOST:
        raise PlanRefused(_("There are more than %(most)d tasks in this file.") % {"most": MOST})
    return draft
