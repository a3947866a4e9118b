"""Where the client stands with us, to-dos, and what waits to be decided."""

from typing import Any

from django.utils.translation import gettext as _

from zhike.clients.dossier.trunk import to_be_done
from zhike.clients.handovers.chapters import handed_on
from zhike.core.approval.models import Approval
from zhike.core.documents.sections import Section, facts, table
from zhike.core.resources.reader import Reader
from zhike.core.ui.dates import dated_words

handed_on(20)(to_be_done)


@handed_on(10)
def how_it_stands(client: Any, _reader: Reader) -> Section | None:
    told = [
        (_("Last contact"), dated_words(client.last_contact_at) if client.last_contact_at else ""),
        (_("Next follow-up"), dated_words(client.next_follow_up) if client.next_follow_up else ""),
    ]
    return facts(_("How it stands"), told)


@handed_on(50)
def to_be_decided(client: Any, reader: Reader) -> Section | None:
    waiting = Approval.objects.waiting().filter(client=client).order_by("pk")[:20]
    rows = ((str(one), reader.people.get(one.asked_by_id, ""), dated_words(one.created_at)) for one in waiting)
    return table(_("What waits to be decided"), (_("What"), _("Asked by"), _("Since")), rows)
