"""Days that come up, in the client's dossier and in a hand-over note."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from zhike.clients.dates.models import ImportantDate
from zhike.clients.dossier.chapters import chapter
from zhike.clients.handovers.chapters import handed_on
from zhike.core.documents.sections import Section, table
from zhike.core.resources.reader import Reader
from zhike.core.ui.dates import dated_words

SHOWN = 12


@chapter(45)
@handed_on(40)
def days_coming(client: Any, _reader: Reader) -> Section | None:
    soonest = ImportantDate.objects.soonest().filter(client=client, next_on__isnull=False).select_related("contact")
    rows = ((str(one), one.words, dated_words(one.next_on)) for one in soonest[:SHOWN])
    heads = (_("What"), pgettext("of an important date", "Day"), _("Next"))
    return table(_("Days that matter to them"), heads, rows)
