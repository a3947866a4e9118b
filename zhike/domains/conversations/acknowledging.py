"""What a client is told at once when a message of theirs has come: by when we answer, and how else we can be reached.

`acknowledgement` is for whatever door the message came in by; whether one is sent at all says `company().acknowledges`.
"""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from zhike.clients.models import Client
from zhike.core.access.preferences import company
from zhike.core.clock.models import Calendar
from zhike.core.clock.wording import hours_in_words
from zhike.core.ui.dates import full_words
from zhike.domains.conversations.answering import answer_end


def answer_expected(client: Any, at: datetime) -> datetime:
    """By when a message of that moment is answered: see `answer_end`. The client may be None."""
    return answer_end(client, at)


def acknowledgement(client_or_contact: Any, at: datetime, language: str) -> str:
    """Plain text in that language, for a message which came at that moment. Times are those of the reader's zone.

    `client_or_contact` may be None: nobody we know. `language` is `en` or `zh-hans`.
    """
    client = client_or_contact if isinstance(client_or_contact, Client) else getattr(client_or_contact, "client", None)
    zone = getattr(client_or_contact, "time_zone", "") or Calendar.objects.default().zone
    due = answer_expected(client, at)
    with override(language), timezone.override(ZoneInfo(zone)):
        words = {"when": full_words(due), "zone": zone}
        told = _("Thank you, your message has arrived. You hear from us by %(when)s (%(zone)s) at the latest.") % words
        return f"{told}\n\n{reachability(language)}\n\n{company().name}"


def reachability(language: str) -> str:
    """When and how the team can be reached, in that language."""
    calendar, ours = Calendar.objects.default(), company()
    with override(language):
        words = {"hours": hours_in_words(calendar.hours), "zone": calendar.zone}
        hours = _("We work %(hours)s (%(zone)s).") % words
        own = ours.reachable_zh if language.startswith("zh") else ours.reachable_en
        return f"{own.strip()}\n{hours}".strip()
