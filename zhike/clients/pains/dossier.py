"""What hurts them, in the client's dossier."""

from typing import Any

from django.utils.translation import gettext as _

from zhike.clients.dossier.chapters import chapter
from zhike.clients.handovers.chapters import handed_on
from zhike.clients.pains.models import LIVING, PainPoint, Severity
from zhike.core.documents.sections import Entry, Section, entries
from zhike.core.resources.reader import Reader

WORST_FIRST = [str(one) for one in reversed(Severity)]


@chapter(40)
@handed_on(60)
def what_hurts(client: Any, _reader: Reader) -> Section | None:
    """What is not solved, the worst first."""
    found = (
        PainPoint.objects.standing().filter(client=client, state__in=LIVING).select_related("said_by").order_by("pk")
    )
    worst = sorted(found, key=lambda one: WORST_FIRST.index(one.severity))
    return entries(_("What hurts them"), (_entry(one) for one in worst))


def _entry(pain: Any) -> Entry:
    aside = " · ".join((str(pain.get_severity_display()), str(pain.get_state_display())))
    offer = _("What we offer against it: %(solution)s") % {"solution": pain.solution} if pain.solution else ""
    return Entry(pain.said_by.name if pain.said_by else _("They said"), aside, pain.statement, offer)
