"""How entries look in rows: state as a shape and a word, kept promises as knots on a cord."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from zhike.agreements.choices import IN_THE_HEAD, OPEN, State
from zhike.core.base import money
from zhike.core.ui.cells import Signal, badge
from zhike.core.ui.dates import dated_words

_LOOKS: dict[str, tuple[Signal, str]] = {
    State.PROPOSED: ("watch", "waiting"),
    State.QUESTIONED: ("watch", "question"),
    State.CONFIRMED: ("good", "check"),
    State.KEPT: ("good", "promise"),
    State.BROKEN: ("bad", "stop"),
    State.SUPERSEDED: ("", "repeat"),
    State.WAIVED: ("", "neutral"),
    State.WITHDRAWN: ("", "close"),
}


_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b", re.ASCII)
_SUM = re.compile(r"(?<![\d.,])\d[\d,]*\.\d\d [A-Z]{3}\b", re.ASCII)


def as_read(entry: Any) -> str:
    """Its text. What stands in the head of a contract is kept in one wording for all languages, and sealed in it: its
    days and sums are shown as the reader writes them.
    """
    if entry.aspect not in IN_THE_HEAD:
        return str(entry.text)
    summed = _SUM.sub(lambda sum: money.as_told(sum[0].replace(",", "")), entry.text)
    return _DAY.sub(_dated, summed)


def _dated(day: re.Match[str]) -> str:
    try:
        return dated_words(date.fromisoformat(day[0]))
    except ValueError:  # in a title: no day at all
        return day[0]


def state_badge(entry: Any) -> SafeString:
    signal, icon = _LOOKS[entry.state]
    words = _("Kept late") if entry.kept_late else entry.get_state_display()
    return badge(words, "watch" if entry.kept_late else signal, icon)


def change_words(change: str) -> str:
    """How two answers of the ledger differ about a line (`Pair.change`)."""
    known = {"new": _("new"), "gone": _("gone"), "changed": _("changed"), "confirmed": _("confirmed since")}
    return known.get(change, "")


def knot(entry: Any) -> str:
    """The class of its knot on the cord."""
    if entry.state == State.BROKEN:
        return "broken"
    if entry.state in OPEN:
        return "open"
    return "late" if entry.kept_late else "kept"


def cord(entries: Iterable[Any]) -> SafeString:
    """Promises as knots, the oldest first; what each was stands in its title."""
    return _cord("cord large", [(knot(one), f"{one}: {one.get_state_display()}") for one in entries])


def knots(kinds: Iterable[str]) -> SafeString:
    """The same in a row of a list, by the classes of the knots alone."""
    return _cord("cord", [(kind, "") for kind in kinds])


def _cord(look: str, tied: list[tuple[str, str]]) -> SafeString:
    inner = format_html_join("", '<i class="{}" title="{}"></i>', tied)
    told = _("Promises, the oldest first")
    return format_html('<span class="{}" role="img" aria-label="{}">{}</span>', look, told, inner)
