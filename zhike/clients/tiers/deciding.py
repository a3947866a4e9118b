"""Who agrees that a client gets another tier than its rule says."""

from typing import Any

from django.apps import apps

from zhike.core.approval.deciders import above


def deciders(client: Any, by: Any) -> list[Any]:
    """The managers above the owner and above whoever asks, the managers of the client's team, administrators."""
    staff = apps.get_model("access.User")._default_manager.at_work().order_by("pk")
    team = staff.filter(role="manager", team=client.team_id) if client.team_id else staff.none()
    near = [*above(client.owner), *above(by)]
    return [*(one for one in near if one.role in ("manager", "admin")), *team, *staff.filter(role="admin")]
