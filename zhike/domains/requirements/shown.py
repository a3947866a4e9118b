"""How a requirement looks: its state, how clear it is, and its words with what is unclear marked."""

from typing import Any

from django.utils.formats import number_format
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from zhike.core.ui.cells import Signal, badge
from zhike.domains.requirements.ambiguity import UNCLEAR, Ambiguity
from zhike.domains.requirements.choices import Criterion, Feeling, Kind, Method, State, Wish
from zhike.domains.requirements.rating import ASKS

LOOKS: dict[str, tuple[Signal, str]] = {
    State.ASKED: ("watch", "waiting"), State.AGREED: ("good", "promise"), State.BUILDING: ("accent", "right"),
    State.BUILT: ("good", "check"), State.PARKED: ("", "snooze"), State.DECLINED: ("", "stop"),
    State.DROPPED: ("", "close"),
}  # fmt: skip
BARS = 10


def state_badge(requirement: Any) -> SafeString:
    return badge(requirement.get_state_display(), *LOOKS.get(requirement.state, ("", "")))


def score_words(score: int) -> str:
    """The score in a word, beside its number."""
    return _("unclear") if score >= UNCLEAR else _("rather clear") if score else _("clear")


def bars(score: int) -> list[str]:
    """The classes of the parts of a meter."""
    used = round(score / BARS)
    look = "used last" if score >= UNCLEAR else "used"
    return [look if n < used else "" for n in range(BARS)]


def marked(text: str, found: Ambiguity) -> SafeString:
    """The text, escaped, with each unclear word marked; what to write instead stands in its title."""
    pieces, done = [], 0
    for one in found.words:
        if one.start >= done:
            pieces += [escape(text[done : one.start]), format_html('<mark title="{}">{}</mark>', one.instead, one.word)]
            done = one.end
    return mark_safe("".join([*pieces, escape(text[done:])]))


def priority_words(requirement: Any) -> str:
    """Its score as the method says it; nothing where it was not rated with that method."""
    if requirement.method == Method.MOSCOW:
        return str(requirement.get_kind_display())
    if not requirement.priority:
        return ""
    return str(number_format(requirement.priority.normalize(), use_l10n=True))


def rating_words(rating: Any) -> list[tuple[str, str]]:
    """What was answered, each with its question."""
    labels = _labels() | {str(one): str(one.label) for one in Criterion}
    choices: dict[str, Any] = {"kind": Kind, "there": Feeling, "missing": Feeling, "category": Wish}
    asked = [name for name in (*ASKS[rating.method], "category") if name in rating.values]
    told = {name: rating.values[name] for name in asked}
    told |= {name: str(choices[name](said).label) for name, said in told.items() if name in choices}
    return [(labels[name], f"{said}%" if name == "confidence" else said) for name, said in told.items()]


def _labels() -> dict[str, str]:
    return {
        "kind": _("How much"), "reach": _("Reach"), "impact": _("Impact on each"), "confidence": _("How sure we are"),
        "effort": _("Effort"), "there": _("With it"), "missing": _("Without it"), "category": _("So it is"),
    }  # fmt: skip
