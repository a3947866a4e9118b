"""Reminders: by mail where that is how they wish to be reached, else a to-do for whoever looks after it."""

from datetime import date
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from zhike.agreements.silence.choices import Told
from zhike.agreements.silence.client_days import ClientDays
from zhike.agreements.silence.models import Notice, Wait
from zhike.agreements.silence.wording import terms_of_waits
from zhike.agreements.twins.spoken import spoken
from zhike.agreements.workflows import PURPOSE
from zhike.clients.models.reach import Channel
from zhike.core.access.models import User
from zhike.core.links.models import Link
from zhike.core.mail.errors import OddAddress
from zhike.core.mail.writing import write
from zhike.core.timeline.moment import moment
from zhike.core.todos.errors import Unseeing
from zhike.core.todos.workflows import add_todo


def remind(waits: list[Wait], today: date) -> None:
    """The next reminder of waits of one read-back, in one letter. Within the sweep's transaction, the waits locked."""
    days, by = ClientDays(waits[0].client, today), User.objects.system()
    letter_goes = takes_mail(waits[0].contact)
    for wait in waits:
        step = wait.remind if letter_goes else wait.remind_by_hand
        step(by=by, **_next(wait, today, days))
    if letter_goes:
        tell(waits, Told.REMINDED, "silence/reminder", {"terms": lambda: terms_of_waits(waits)})
    else:
        _ask_owner(waits, today)


def _next(wait: Wait, today: date, days: ClientDays) -> dict[str, Any]:
    """The days that follow a reminder sent today: as far from it as the rule says, so that a late one moves them."""
    steps = [*wait.rule.reminders, wait.rule.days]
    done = steps[wait.reminded]
    following = steps[wait.reminded + 1] if wait.reminded + 2 < len(steps) else None
    remind_on = days.after(today, following - done) if following else None
    return {"remind_on": remind_on, "until": days.after(today, wait.rule.days - done)}


def takes_mail(contact: Any) -> bool:
    return bool(contact.emails) and contact.preferred_channel in ("", Channel.MAIL)


def tell(waits: list[Wait], told: Told, template: str, more: dict[str, Any]) -> None:
    """One letter about the waits, with a link of its own, and the notice of each. Without an address nothing goes."""
    readback, contact, by = waits[0].readback, waits[0].contact, User.objects.system()
    if not contact.emails:
        return
    _link, address = Link.objects.issue(PURPOSE, readback, by=by, for_contact=contact)
    context = {"readback": spoken(readback), "contact": contact, "link": address, "waits": waits, **more}
    try:
        letter = write(by=by, to=contact, about=readback, template=template, context=context, secret=True)
    except OddAddress:
        return
    for wait in waits:
        Notice.objects.create(
            wait=wait, told=told, number=wait.reminded, contact=contact, channel=Channel.MAIL, letter=letter,
            at=moment(),
        )  # fmt: skip


def _ask_owner(waits: list[Wait], today: date) -> None:
    wait = waits[0]
    who, title = wait.contact.called, Truncator(wait.readback.title).chars(100)
    words = {"who": who, "title": title}
    give_todo(wait, _("Remind %(who)s by hand: %(title)s") % words, today, "\n\n".join(terms_of_waits(waits)))


def give_todo(wait: Wait, title: str, today: date, notes: str, person: Any = None) -> Any:
    """To the person, or whoever looks after the entry and sees it; None where nobody does."""
    by = User.objects.system()
    for owner in (person, wait.entry.owner, wait.readback.created_by, wait.client.owner):
        if owner is not None and owner.is_active and not owner.is_system:
            try:
                return add_todo(wait, by=by, title=title, owner=owner, due_on=today, notes=notes)
            except Unseeing:
                continue
    return None
