"""The page on which a client is handed over: what goes along stands below the form."""

from typing import Any

from zhike.clients.handovers.chapters import open_at
from zhike.clients.models import Client
from zhike.core.pages.form import FormPage
from zhike.core.resources.reader import Reader


class HandOverPage(FormPage):
    def show_form(self, form: Any, record: Any, status: int = 200, **more: Any) -> Any:
        asked = str(self.request.GET.get("client", ""))
        clients = Client.objects.visible_to(self.request.user)
        client = clients.filter(pk=int(asked)).first() if asked.isdecimal() and len(asked) < 19 else None
        goes_along = open_at(client, Reader(self.request.user)) if client else []
        return super().show_form(form, record, status, sections=goes_along, client=client, **more)
