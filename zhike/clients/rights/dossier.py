"""Who must confirm what, in the client's dossier."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from zhike.clients.dossier.chapters import chapter
from zhike.clients.handovers.chapters import handed_on
from zhike.clients.rights.models import Right
from zhike.core.documents.sections import Section, table
from zhike.core.resources.reader import Reader


@chapter(31)
@handed_on(70)
def who_decides(client: Any, reader: Reader) -> Section | None:
    rights = Right.objects.in_force(reader.today).filter(client=client, contact__archived_at=None)
    heads = (pgettext("of a decision", "Subject"), _("Right"), _("Contact"), _("Up to"))
    rows = ((one.about, str(one.get_power_display()), one.contact.called, one.limit)
            for one in rights.select_related("contact").order_by("subject", "pk"))  # fmt: skip
    return table(_("Who must confirm what"), heads, rows)
