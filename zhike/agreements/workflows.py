"""What spans several entries: reading them back to somebody, and taking down what they answer."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.db import transaction
from django.http import HttpRequest

from zhike.agreements.choices import UNSETTLED, How, State
from zhike.agreements.errors import NeedsApproval, OnlyWithContract, ReadAgain
from zhike.agreements.following import FOLLOWERS, terms_of
from zhike.agreements.models import Entry, Readback, ReadbackItem
from zhike.agreements.models.agreeing import is_signed
from zhike.agreements.twins.models import Twin
from zhike.agreements.twins.seen import seen_with_twins
from zhike.agreements.twins.spoken import spoken
from zhike.core.access.models import User
from zhike.core.lifecycle.verbs import again_on_deadlock
from zhike.core.links.models import Link
from zhike.core.mail.writing import write

PURPOSE = "agreements.confirm"


def read_back(
    entries: Sequence[Entry],
    *,
    by: Any,
    contact: Any,
    title: str,
    title_twin: str = "",
    note: str = "",
    note_twin: str = "",
    note_prevails: str = "",
    send: bool = False,
    anyway: bool = False,
) -> tuple[Readback, str]:
    """(the read-back, the address of its link). `note` goes with it; it and `title` with a twin if there is one. With
    `send` it goes out by mail, in their hours or now `anyway`.

    Raises Forbidden, NoAddress, NeedsApproval, OnlyWithContract.
    """
    if held := next((one for one in entries if one.held_for), None):
        raise NeedsApproval(held)
    if of_contract := next((one for one in entries if one.is_of_head), None):
        raise OnlyWithContract(of_contract)
    with transaction.atomic():
        client = entries[0].client
        who = {"who": contact.called}
        made = Readback.objects.add(by=by, facts=who, client=client, contact=contact, title=title, note=note)
        pairs = ("title", title, title_twin), ("note", note, note_twin, note_prevails)
        Twin.objects.pair(made, [one for one in pairs if one[2]], by=by)
        ReadbackItem.objects.bulk_create(
            ReadbackItem(readback=made, entry_id=one.pk, position=n) for n, one in enumerate(entries, start=1)
        )
        for one in FOLLOWERS:
            one.began(made, entries, by)
        _link, address = Link.objects.issue(PURPOSE, made, by=by, for_contact=contact)
        if send:
            told = {"readback": spoken(made), "link": address, "entries": entries, "contact": contact, "by": by}
            told["terms"] = partial(terms_of, made)
            letter = write(
                by=by, to=contact, about=made, template="agreements/mail", context=told, secret=True, at_once=anyway
            )  # fmt: skip
            for one in FOLLOWERS:
                one.sent(made, letter)
    return made, address


@again_on_deadlock
def answer(
    readback: Readback, entry: Entry, said: str, *, link: Any, request: HttpRequest, seen: str, words: str = ""
) -> None:
    """What the contact says of one entry: confirm, correct, ask or retract. `seen` is the wording they read.

    Raises ReadAgain when that is no longer what would be confirmed, WrongState, OnlyWithContract, LinkEnded.
    """
    system, who = User.objects.system(), {"contact": readback.contact, "how": How.LINK}
    with transaction.atomic():
        link.use(request, readback)
        if seen_with_twins(spoken(entry)) != seen or entry.state not in (*UNSETTLED, State.CONFIRMED):
            raise ReadAgain
        if said == "confirm":
            entry.confirm(by=system, **who)
        elif said == "retract":
            entry.retract(by=system, **who)
        else:
            ask = entry.query if is_signed(entry) else entry.ask
            ask(by=system, words=words, corrects=said == "correct", **who)
