"""The way there from the page of a contact."""

from typing import Any

from zhike.clients.privacy.policies import may_erase
from zhike.core.pages.parts import part


@part("contacts.menu", template="privacy/menu.html", order=95)
def data_of_the_person(_contact: Any, reader: Any) -> dict[str, Any] | None:
    return {} if may_erase(reader.user) else None
