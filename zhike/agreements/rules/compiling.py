"""From a clause to a rule that a machine keeps; or the words why it cannot. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import ClauseKind, Unit
from zhike.agreements.rules.quiet import Quiet
from zhike.agreements.rules.span import UNITS, Span

ASPECTS = (ClauseKind.RESPONSE, ClauseKind.REVISIONS, ClauseKind.QUIET, ClauseKind.RULE)


@dataclass(frozen=True)
class Rounds:
    """So many rounds of revision are included."""

    number: int


@dataclass(frozen=True)
class Channels:
    """How one talks."""

    channels: tuple[str, ...]


Made = Span | Quiet | Rounds | Channels


@dataclass(frozen=True)
class Rule:
    """`made` is what a machine keeps; None where that is not possible, for the reason in `problem`."""

    clause: Any
    made: Made | None
    problem: str | Promise = ""

    @property
    def side(self) -> str:
        return str(self.clause.side)


def compiled(clause: Any) -> Rule | None:
    """None for a clause of another kind than a rule of engagement."""
    if clause.aspect not in ASPECTS:
        return None
    made = MAKE[clause.aspect](clause)
    return Rule(clause, None, made) if isinstance(made, str | Promise) else Rule(clause, made)


def _span(clause: Any) -> Span | str | Promise:
    if not clause.quantity or clause.quantity < 0:
        return _("It says no time. Renegotiate it with a quantity of days or working hours.")
    if clause.unit not in UNITS:
        return _("It counts neither days nor working hours, so that no clock can run by it.")
    if clause.unit != Unit.WORKING_HOURS and clause.quantity % 1:
        return _("It has parts of days. Write them as working hours.")
    return Span(clause.quantity, clause.unit)


def _rounds(clause: Any) -> Rounds | str | Promise:
    if clause.quantity is None or clause.quantity < 0 or clause.quantity % 1:
        return _("It says no whole number of rounds.")
    if clause.unit not in (Unit.ROUNDS, ""):
        return _("It does not count rounds, so that none can be used up.")
    return Rounds(int(clause.quantity))


def _quiet(clause: Any) -> Quiet | str | Promise:
    if clause.hours_from is None or clause.hours_until is None:
        return _(
            "It says no hours from and until which it is quiet, so that no mail is held. Renegotiate it with them."
        )
    made = Quiet(clause.hours_from, clause.hours_until, tuple(clause.weekdays))
    return _("It would be quiet for ever.") if made.is_endless else made


def _channels(clause: Any) -> Channels | str | Promise:
    if not clause.channels:
        return _("It names neither channel nor number nor hour. People keep it; no machine can.")
    return Channels(tuple(clause.channels))


MAKE: dict[str, Callable[[Any], Made | str | Promise]] = {
    ClauseKind.RESPONSE: _span,
    ClauseKind.REVISIONS: _rounds,
    ClauseKind.QUIET: _quiet,
    ClauseKind.RULE: _channels,
}
