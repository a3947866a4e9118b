"""Tryouts on the page of their deliverable; where a defect was seen; and the links of a tryout."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.links.parts import links
from zhike.core.pages.parts import part
from zhike.core.record.handing_over import belonging
from zhike.core.resources.reader import Reader
from zhike.domains.requirements.tryouts import (
    readings,  # noqa: F401  (declared there)
    views,  # noqa: F401  (its purpose)
)
from zhike.domains.requirements.tryouts.models import Tryout
from zhike.domains.requirements.tryouts.pages import state_badge


@part("deliverables.rail", template="tryouts/rail.html", label=_("Tried by the client"), order=45)
def tryouts_of_deliverable(deliverable: Any, reader: Reader) -> dict[str, Any] | None:
    found = list(Tryout.objects.standing().filter(deliverable=deliverable).order_by("-pk"))
    may = deliverable.archived_at is None and Tryout.may_add(reader.user, None)
    more = (f"{reverse('tryouts:add')}?deliverable={deliverable.pk}", gettext("Let it be tried"))
    told = {"tryouts": [(one, state_badge(one)) for one in found], "more": more if may else None}
    return told if found or may else None


@part("defects.rail", template="tryouts/rail.html", label=_("Seen in"), order=45)
def tryouts_of_defect(defect: Any, _reader: Reader) -> dict[str, Any] | None:
    found = list(Tryout.objects.filter(errands__defect=defect))
    return {"tryouts": [(one, state_badge(one)) for one in found]} if found else None


@part("tryouts.rail", template="links/rail.html", label=_("Links without log-in"), order=80)
def links_to_try(tryout: Any, reader: Reader) -> dict[str, Any] | None:
    told = links(tryout, reader) | {"offered": []}
    return told if told["links"] else None


@belonging("tryouts", label=_("Tryouts"))
def owned(person: Any) -> Any:
    return Tryout.objects.open().filter(owner=person)
