"""What contacts wish is heeded by all mail to them: it waits for their hours, and what they wish otherwise is said."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from zhike.clients.models import Contact
from zhike.clients.models.reach import Channel
from zhike.clients.reachable_hours import opens_at
from zhike.core.base.languages import LANGUAGES
from zhike.core.mail.quiet import Hours, hours_of, wished_hours
from zhike.core.ui.dates import day_words, hour_words

DAY = timedelta(days=1)
WRITTEN = ("note", "text")  # the fields of a form that come into the letter as they are typed
Held = list[tuple[Any, datetime]]


@wished_hours
def held_for_their_hours(client: Any) -> Hours:
    """Until the contact with that address can be reached. One query."""
    people = Contact.objects.of_client(client.pk).exclude(reachable="").order_by("-pk")
    known = {address: one for one in people.only("emails", "reachable", "time_zone") for address in one.emails}
    return lambda address, moment: next_opening(known[address], moment) if address in known else None


def next_opening(contact: Any, at: datetime | None = None) -> datetime | None:
    """When this contact can be reached next; None when that is at that moment (now), or nobody said."""
    return opens_at(contact.reachable, contact.time_zone or settings.TIME_ZONE, at or timezone.now())


def held(client: Any, people: Iterable[Any]) -> Held:
    """[(contact, when mail to them leaves)] of those to whom none leaves now."""
    now, until = timezone.now(), hours_of(client)
    ends = [(one, until(one.emails[0], now)) for one in people if one.emails]
    return [(one, end) for one, end in ends if end]


def goes_out(ends: Held, *, of: int = 1) -> str:
    """When mail leaves that is held, of a number `of` people: to all, or to each of some."""
    if len(ends) >= of and len({end for _who, end in ends}) == 1:
        return _("It goes out at %(when)s (their quiet hours).") % {"when": _at(ends[0][1])}
    said = _("To %(who)s it goes out at %(when)s (their quiet hours).")
    return " ".join(said % {"who": who.called, "when": _at(end)} for who, end in ends)


def wishes_of(people: Iterable[Any], *, written: bool) -> list[str]:
    """What of a mail is not as they wish: another channel, and where words are `written`, their language."""
    found = []
    for one in people:
        if one.preferred_channel not in ("", Channel.MAIL):
            found.append(rather_reached(one))
        if written and one.language and LANGUAGES[one.language] != get_language():
            found.append(rather_read(one))
    return found


def rather_reached(contact: Any) -> str:
    said = {"who": contact.called, "channel": contact.get_preferred_channel_display()}
    return _("%(who)s would rather be reached by: %(channel)s.") % said


def rather_read(contact: Any) -> str:
    return _("%(who)s would rather read: %(language)s.") % {
        "who": contact.called, "language": contact.get_language_display(),
    }  # fmt: skip


class ByMail(forms.Form):
    """A form by which something goes by mail to people of a client; `mails` names the field that says whether it does.

    `warnings` stand above it: what those people wish otherwise. `anyway` is shown where something would wait, and says
    until when.
    """

    mails = "send"
    warnings: Sequence[str] = ()
    anyway = forms.BooleanField(label=gettext_lazy("Send it now all the same"), required=False)

    def heed(self, client: Any, people: Iterable[Any]) -> None:
        """Called once the form is made, with all to whom it may go."""
        people = [one for one in people if one.emails]
        ends = held(client, people) if people else []
        self.warnings = wishes_of(people, written=any(name in self.fields for name in WRITTEN))
        if ends:
            self.fields["anyway"].help_text = goes_out(ends, of=len(people))
        else:
            self.fields["anyway"].widget = forms.HiddenInput()
        self.order_fields([name for name in self.fields if name != "anyway"])

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        who = said.get("contact") or getattr(getattr(self, "record", None), "contact", None)
        if said.get(self.mails) and who is not None and not who.emails:
            self.add_error(self.mails, _("No mail address is known. Copy the link instead."))
        return said


def _at(end: datetime) -> str:
    """The hour by the reader's clock, with the day where that is not clear."""
    return hour_words(end) if end - timezone.now() < DAY else f"{day_words(end, within=True)} {hour_words(end)}"
