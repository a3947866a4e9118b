"""Who watches a client, on its page."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.core.discussion.models import Watch
from zhike.core.pages.parts import part


@part("clients.rail", template="discussion/rail.html", label=_("Watched by"), order=90)
def watchers(client: Any, reader: Any) -> dict[str, Any] | None:
    watches = Watch.objects.filter(record_type=client._meta.label_lower, record_id=client.pk)
    people = [reader.people.get(pk, "") for pk in watches.values_list("user_id", flat=True)]
    return {"watchers": people} if people else None
