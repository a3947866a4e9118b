"""How entries look in rows: state as a shape and a word, kept promises as knots on a cord."""

from collections.abc import Iterable
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from zhike.agreements.choices import OPEN, State
from zhike.core.ui.cells import Signal, badge

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
