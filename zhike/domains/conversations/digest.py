"""What the daily mail says of conversations: which clients of one's own wait for an answer."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.core.notify.digest import Line, Part, digest_part
from zhike.core.resources.reader import Reader
from zhike.core.ui.dates import ago_words
from zhike.domains.conversations.models import Conversation

SHOWN = 15


@digest_part(20)
def waiting(person: Any, reader: Reader) -> Part:
    asking = Conversation.objects.visible_to(person).waiting().filter(client__owner=person)
    return Part(_("They wait for an answer"), [_line(one) for one in asking.select_related("client")[:SHOWN]])


def _line(one: Conversation) -> Line:
    return Line(str(one), f"/conversations/{one.reference}/", f"{one.client} · {ago_words(one.happened_at)}")
