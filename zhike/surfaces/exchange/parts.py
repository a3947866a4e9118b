"""A person as a file, from their page."""

from typing import Any

from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader


@part("contacts.menu", template="exchange/card.html", order=80)
def business_card(_contact: Any, _reader: Reader) -> dict[str, Any]:
    return {}
