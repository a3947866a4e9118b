"""What stands below and goes with a project: its contact plans rest while it is paused, and end with it."""

from zhike.clients.plans.keeping import refresh_of_projects
from zhike.core.record.events import ARCHIVED, RESTORED
from zhike.core.timeline.reactions import Batch, reaction
from zhike.domains.projects.events import FINISHED, PAUSED, RESUMED, STOPPED
from zhike.domains.projects.models import Project


@reaction(PAUSED, RESUMED, FINISHED, STOPPED, ARCHIVED, RESTORED)
def let_plans_rest(batch: Batch) -> None:
    projects = {event.record_id for event in batch if event.record_type == Project._meta.label_lower}
    if projects:
        refresh_of_projects(projects)
