"""What stands in a dossier."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.clients.dossier.chapters import chapters_of
from zhike.clients.models import Client
from zhike.core.documents.registry import document
from zhike.core.resources.reader import Reader


@document("clients.client", "dossier", template="clients/dossier/typst/dossier.typ", label=_("Client dossier"))
def dossier(client: Client, user: Any) -> dict[str, Any]:
    subtitle = (client.short_name, client.industry, client.place)
    return {
        "title": client.name,
        "subtitle": " · ".join(part for part in subtitle if part and part != client.name),
        "sections": chapters_of(client, Reader(user)),
    }
