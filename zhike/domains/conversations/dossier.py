"""What was said lately and what waits for an answer, in the client's dossier."""

from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from zhike.clients.dossier.chapters import chapter
from zhike.clients.handovers.chapters import handed_on
from zhike.core.base.listing import listed
from zhike.core.base.markdown import plain
from zhike.core.documents.sections import Entry, Section, entries, table
from zhike.core.resources.reader import Reader
from zhike.core.ui.dates import dated_words
from zhike.domains.conversations.models import Conversation

SHOWN = 12
LONGEST = 1_500  # characters: a dossier is read before a meeting


@chapter(55)
@handed_on(15)
def waits_for_us(client: Any, _reader: Reader) -> Section | None:
    waiting = Conversation.objects.waiting().filter(client=client)[:20]
    rows = ((_subject(one), one.get_kind_display(), dated_words(one.happened_at)) for one in waiting)
    return table(_("What waits for our answer"), (_("What"), _("Channel"), _("Since")), rows)


@chapter(90)
@handed_on(90)
def said_lately(client: Any, reader: Reader) -> Section | None:
    latest = Conversation.objects.standing().filter(client=client).prefetch_related("contacts")
    rows = (_entry(one, reader) for one in latest.order_by("-happened_at", "-pk")[:SHOWN])
    return entries(_("What was said lately"), rows)


def _entry(one: Conversation, reader: Reader) -> Entry:
    people = listed(contact.name for contact in one.contacts.all())
    who = reader.people.get(one.author_id or 0, "")
    mood = str(one.get_mood_display()) if one.mood else ""
    aside = " · ".join(part for part in (people, who, dated_words(one.happened_at), mood) if part)
    step = _("Next step: %(step)s") % {"step": one.next_step} if one.next_step else ""
    head = " · ".join(part for part in (str(one.get_kind_display()), one.subject) if part)
    return Entry(head, aside, Truncator(plain(one.text)).chars(LONGEST), step)


def _subject(one: Conversation) -> str:
    return one.subject or Truncator(plain(one.text)).chars(80)
