"""Playbooks on the client page: what runs, how far it is, and starting another."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.clients.playbooks.models import Run
from zhike.core.lifecycle.policies import may_work
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader


@part("clients.rail", template="playbooks/rail.html", label=_("Playbooks"), order=35, about=("playbooks.Run.client",))
def playbooks(client: Any, reader: Reader) -> dict[str, Any] | None:
    """One query; nothing where none runs."""
    running = Run.objects.running().filter(client=client).with_progress().select_related("playbook")
    runs = list(running.order_by("started_at"))
    return {"runs": runs, "may_stop": may_work(reader.user)} if runs else None


@part("clients.menu", template="playbooks/menu.html")
def start_a_playbook(client: Any, reader: Reader) -> dict[str, Any] | None:
    return {} if may_work(reader.user) and client.archived_at is None else None
