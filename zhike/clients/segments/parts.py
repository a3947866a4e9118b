"""What the client page shows of segments."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.clients.segments.models import Membership
from zhike.clients.segments.seeing import latest_moves
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader

SHOWN = 5
MOVES = 50


@part(
    "clients.rail", template="segments/rail.html", label=_("Segments"), order=60, about=("segments.Membership.client",)
)
def segments(client: Any, reader: Reader) -> dict[str, Any] | None:
    """Those it is in, the longest first. Who opens the page sees the client."""
    stays = list(_stays(client, reader).present().order_by("entered_at")[: SHOWN + 1])
    return {"stays": stays[:SHOWN], "more": ("?tab=segments", gettext("History"))} if stays else None


@part("clients.tab", template="segments/tab.html", label=_("Segments"), name="segments", order=60)
def segments_tab(client: Any, reader: Reader) -> dict[str, Any]:
    return {"moves": latest_moves(_stays(client, reader), MOVES)}


def _stays(client: Any, reader: Reader) -> Any:
    found = Membership.objects.visible_to(reader.user).filter(client=client, segment__archived_at=None)
    return found.select_related("segment", "client")
