"""The dossier in the client's menu."""

from typing import Any

from zhike.clients.dossier import filling
from zhike.core.documents.registry import documents_of
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader


@part("clients.menu", template="dossier/menu.html", order=70)
def dossier(_client: Any, _reader: Reader) -> dict[str, Any]:
    return {"document": documents_of("clients.client")[filling.dossier.__name__]}
