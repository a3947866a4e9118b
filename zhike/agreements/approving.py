"""Asking whoever leads whether a promise may be given though its day, its owner's load or the scope forbid it."""

from typing import Any

from zhike.agreements.models import Promise
from zhike.core.access.models import User
from zhike.core.approval.deciders import above
from zhike.core.approval.models import Approval
from zhike.core.approval.workflows import ask
from zhike.core.record.amending import told

NAME = "agreements.promise"


def deciders(promise: Any, by: Any) -> list[Any]:
    """The managers above its owner and above whoever asks, those of the client's team, administrators."""
    staff, team = User.objects.at_work().order_by("pk"), promise.client.team_id
    near = [one for one in (*above(promise.owner), *above(by)) if one.role in ("manager", "admin")]
    of_team = staff.filter(role="manager", team=team) if team else staff.none()
    return [*near, *of_team, *staff.filter(role="admin")]


def ask_for(promise: Any, *, by: Any, reason: str) -> Approval:
    """What speaks against it is told with it. Raises AlreadyAsked, NobodyDecides."""
    against = " ".join(one.words for one in promise.concerns())
    proposed = {"against": against, "due": promise.due_on, "owner": promise.owner}
    return ask(NAME, promise, by=by, proposed=proposed, reason=reason)


def allow(approval: Approval, by: Any) -> None:
    """What follows from the approval, in its transaction."""
    promise = Promise.objects.get(pk=approval.record_id)
    promise.allow(by=User.objects.system(), who=told(by)["text"])
