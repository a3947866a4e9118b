"""Which channel fits what is being written: a mail for what binds, a talk for what is long, tense or asks much.

Only said while one types, of what leaves us; nothing is held back. Pure.
"""

import re
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhike.domains.conversations.models import Kind, Mood

LONG, MANY = 1_800, 4  # signs (of Chinese a third), questions

_BINDS = re.compile(
    r"合同|协议|报价|付款|预付|定金|尾款|发票|总价|费用|签字|盖章|变更单|验收|[¥￥€£$]\s?[\d０-９]|[\d０-９]\s?(?:元|万|美元|欧元|块钱)"
    r"|\b(?:contracts?|agreements?|quot(?:e|ation)s?|invoices?|deposits?|price[sd]?|fees?|sign(?:ed|ature)?|accept(?:ed|ance)"
    r"|change request|purchase order)\b|\b(?:eur|usd|cny|gbp|rmb)\b",
    re.IGNORECASE | re.ASCII,  # by whose \b a word ends where Chinese begins: “发contract吧”
)
_ASKS = re.compile(r"[?？]")
_CHINESE = re.compile(r"[一-鿿]")


@dataclass(frozen=True)
class Fit:
    """`kind` would carry it better, `why` says why."""

    kind: Kind
    why: str | Promise


def better_channel(kind: str, text: str, *, mood: str = "", promises: bool = False) -> Fit | None:
    """For a mail or a chat from us; None where it fits. `promises`: the text has some."""
    if kind == Kind.CHAT and (promises or _BINDS.search(text)):
        return Fit(Kind.MAIL, _("This binds: write it as a mail, or note it in the ledger; chats are hard to find."))
    if kind not in (Kind.MAIL, Kind.CHAT):
        return None
    if mood == Mood.TENSE:
        return Fit(Kind.CALL, _("It is tense: talk first, then write down what was agreed."))
    if len(_ASKS.findall(text)) >= MANY:
        return Fit(Kind.CALL, _("So many questions are quicker asked in a call."))
    if len(text) + 2 * len(_CHINESE.findall(text)) > LONG:
        return Fit(Kind.VIDEO, _("So much is easier shown in a video call; send it as a file before."))
    return None
