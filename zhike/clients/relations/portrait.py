"""How they stand to others, in the client's portrait."""

from collections.abc import Iterator
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import pgettext_lazy

from zhike.clients.portrait.kinds import Fact, known, sourced
from zhike.clients.relations.models import Relation
from zhike.core.resources.reader import Reader


@known(40, pgettext_lazy("of a client", "Relations"))
def relations(client: Any, reader: Reader) -> Iterator[Fact]:
    found = Relation.objects.visible_to(reader.user).standing().of_client(client).select_related("client", "other")
    for one in found.order_by("kind", "pk"):
        words, other = one.seen_from(client)
        yield sourced(one, reader, capfirst(str(words)), reader.link(other))
