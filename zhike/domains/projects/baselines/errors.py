"""What baselines may answer instead of doing it."""

from django.utils.translation import gettext as _

from zhike.core.lifecycle.errors import Refused


class NeedsReason(Refused):
    """Another baseline without a reason."""

    def __str__(self) -> str:
        return _("Say why the plan is agreed anew. It stays readable beside the plan that was.")


class NothingPlanned(Refused):
    """A project without milestones, tasks or deliverables."""

    def __str__(self) -> str:
        return _("There is no plan yet: no milestone, no task, no deliverable.")
