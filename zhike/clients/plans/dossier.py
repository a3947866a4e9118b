"""How we keep in touch, in the client's dossier."""

from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from zhike.clients.dossier.chapters import chapter
from zhike.clients.handovers.chapters import handed_on
from zhike.clients.plans.models import Plan
from zhike.core.documents.sections import Section, table
from zhike.core.resources.reader import Reader
from zhike.core.ui.dates import dated_words


@chapter(60)
@handed_on(30)
def keeping_in_touch(client: Any, reader: Reader) -> Section | None:
    plans = Plan.objects.asking().filter(client=client).select_related("contact", "project")
    soonest = plans.order_by(F("due_on").asc(nulls_last=True), "pk")
    heads = (_("How often"), _("With whom"), _("About what"), _("Who"), _("Next"))
    return table(_("How we keep in touch"), heads, (_row(one, reader) for one in soonest))


def _row(plan: Plan, reader: Reader) -> tuple[str, ...]:
    due = dated_words(plan.due_on) if plan.due_on else ""
    about = " · ".join(str(one) for one in (plan.project, plan.about) if one)
    return plan.rhythm, str(plan.contact or ""), about, reader.people.get(plan.owner_id, ""), due
