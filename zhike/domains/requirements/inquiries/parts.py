"""Asking from where one talks: a conversation, a meeting, a project; and the links of an inquiry."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.links.parts import links
from zhike.core.pages.parts import part
from zhike.core.record.handing_over import belonging
from zhike.core.resources.reader import Reader
from zhike.domains.requirements.inquiries import readings  # noqa: F401  (declared there)
from zhike.domains.requirements.inquiries.models import Inquiry
from zhike.domains.requirements.inquiries.pages import state_badge

SHOWN = 6


@part("conversations.rail", template="inquiries/rail.html", label=_("Inquiries"), order=63)
def inquiries_of_conversation(conversation: Any, reader: Reader) -> dict[str, Any] | None:
    contact = conversation.contacts.values_list("pk", flat=True).first()
    return _asked_in(conversation, reader, contact=contact or "")


@part("meetings.rail", template="inquiries/rail.html", label=_("Inquiries"), order=63)
def inquiries_of_meeting(meeting: Any, reader: Reader) -> dict[str, Any] | None:
    return _asked_in(meeting, reader)


@part("projects.rail", template="inquiries/rail.html", label=_("Inquiries"), order=47)
def inquiries_of_project(project: Any, reader: Reader) -> dict[str, Any] | None:
    said = {"client": project.client_id, "project": project.pk}
    return _told(Inquiry.objects.filter(project=project), project, reader, said)


def _asked_in(record: Any, reader: Reader, **more: Any) -> dict[str, Any] | None:
    found = Inquiry.objects.filter(source_type=record._meta.label_lower, source_id=record.pk)
    said = {"client": record.client_id, "source_text": record.reference, **more}
    return _told(found, record, reader, said)


def _told(known: Any, record: Any, reader: Reader, said: dict[str, Any]) -> dict[str, Any] | None:
    found = list(known.standing().order_by("-pk")[:SHOWN])
    may = record.archived_at is None and Inquiry.may_add(reader.user, None)
    if not (found or may):
        return None
    more = (f"{reverse('inquiries:add')}?{urlencode(said)}", gettext("Ask along a guide"))
    return {"inquiries": [(one, state_badge(one)) for one in found], "more": more if may else None}


@part("inquiries.rail", template="links/rail.html", label=_("Links without log-in"), order=80)
def links_to_answer(inquiry: Any, reader: Reader) -> dict[str, Any] | None:
    """Those that were made; the button that makes one stands above, since it is for this contact."""
    told = links(inquiry, reader) | {"offered": []}
    return told if told["links"] else None


@belonging("inquiries", label=_("Inquiries"))
def owned(person: Any) -> Any:
    return Inquiry.objects.open().filter(owner=person)
