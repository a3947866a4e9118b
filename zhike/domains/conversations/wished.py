"""How a contact wishes to be reached, and where a conversation went another way: channel, hour, language."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from zhike.clients.plans.models import CHANNEL_OF
from zhike.clients.wishes.heeding import next_opening, rather_reached, rather_read
from zhike.core.base.markdown import plain

HAN = re.compile(r"[\u3400-\u9fff]")
LATIN = re.compile(r"[A-Za-z]")
ENOUGH = 20  # letters of a text that is English for sure
SHARE = 0.15  # of Chinese characters in a text that is Chinese, whatever names stand in it


class What(models.TextChoices):
    CHANNEL = "channel", gettext_lazy("Another channel")
    HOUR = "hour", gettext_lazy("Outside of their hours")
    LANGUAGE = "language", pgettext_lazy("unwished", "Another language")


def unwished(
    contacts: Iterable[Any], *, kind: str, direction: str, text: str, at: datetime, **_more: Any
) -> list[dict[str, Any]]:
    """What of it the people did not wish, as JSON: [{contact, what}]. Only what comes from us can go against a wish.

    The hour of a mail is that at which it is sent: see `at_this_hour`.
    """
    if direction != "out" or kind == "note":
        return []
    found = []
    for one in contacts:
        if one.preferred_channel and one.preferred_channel != CHANNEL_OF[kind]:
            found.append(_kept(one, What.CHANNEL))
        if kind != "mail" and next_opening(one, at):
            found.append(_kept(one, What.HOUR))
        if kind == "mail" and one.language and (language_of(text) or one.language) != one.language:
            found.append(_kept(one, What.LANGUAGE))
    return found


def at_this_hour(contacts: Iterable[Any]) -> list[dict[str, Any]]:
    """As `unwished`, for what reaches them now."""
    return [_kept(one, What.HOUR) for one in contacts if next_opening(one)]


def language_of(text: str) -> str:
    """zh or en; empty where a text is too short, or neither."""
    words = plain(text)
    chinese, latin = len(HAN.findall(words)), len(LATIN.findall(words))
    if chinese and chinese >= SHARE * (chinese + latin):
        return "zh"
    return "en" if latin >= ENOUGH and not chinese else ""


def sentences(conversation: Any) -> list[str]:
    """What to mind the next time, for who just wrote it down."""
    people = {one.pk: one for one in conversation.contacts.all()}
    told = [(people.get(one["contact"]), one["what"]) for one in conversation.unwished]
    return [_sentence(who, what) for who, what in told if who is not None]


def _sentence(who: Any, what: str) -> str:
    if what == What.CHANNEL:
        return rather_reached(who)
    if what == What.HOUR:
        said = {"who": who.called, "hours": who.reachable}
        return _("%(who)s would rather be reached at %(hours)s, by their own clock.") % said
    return rather_read(who)


def _kept(contact: Any, what: str) -> dict[str, Any]:
    return {"contact": contact.pk, "what": str(what)}
