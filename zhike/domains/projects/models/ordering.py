"""Which tasks come before a task."""

from collections import defaultdict
from typing import Any

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.domains.projects import events
from zhike.domains.projects.choices import UNDONE
from zhike.domains.projects.dependencies import way_back_to
from zhike.domains.projects.errors import Circular
from zhike.domains.projects.models.of_project import stands
from zhike.domains.projects.steps import FollowForm, UnfollowForm


def _follows_any(task: Any) -> bool:
    return stands(task) and task.follows.exists()


class Ordering:
    @transition(
        source=UNDONE, may=may_work, when=stands, tells=events.FOLLOWS, label=_("Comes after …"), icon="link",
        form=FollowForm,
    )  # fmt: skip
    def follow(self: Any, *, by: Any, before: Any, lag: int = 0) -> dict[str, Any]:
        """It begins when the other one is finished, `lag` working days later. Raises Circular."""
        self._refuse_a_circle(before)
        self.follows.update_or_create(before=before, defaults={"lag": lag})
        return {"name": str(self), "other": str(before), "before": before.pk, "lag": lag}

    @transition(
        source=UNDONE, may=may_work, when=_follows_any, tells=events.FREED, label=_("Comes no longer after …"),
        icon="close", form=UnfollowForm,
    )  # fmt: skip
    def unfollow(self: Any, *, by: Any, before: Any) -> dict[str, Any]:
        self.follows.filter(before=before).delete()
        return {"name": str(self), "other": str(before), "before": before.pk}

    def _refuse_a_circle(self: Any, before: Any) -> None:
        """The project is locked, so that two at once cannot close a circle between them."""
        apps.get_model("projects.Project").objects.select_for_update(no_key=True).get(pk=self.project_id)
        if way := way_back_to(befores_in(self.project_id), before.pk, self.pk):
            named = {one.pk: one for one in type(self).objects.filter(pk__in=way)}
            raise Circular([self, *(named[pk] for pk in way)])


def befores_in(project_id: int) -> dict[int, list[int]]:
    """What each task of the project follows, by number."""
    found: dict[int, list[int]] = defaultdict(list)
    rows = apps.get_model("projects.Follow").objects.filter(task__project=project_id)
    for task, before in rows.values_list("task", "before"):
        found[task].append(before)
    return found
