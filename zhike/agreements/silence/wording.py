"""What silence will mean, in sentences for the client, in the language that is active."""

from datetime import date
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from zhike.agreements.silence.choices import Outcome, WaitState
from zhike.agreements.silence.models import Wait
from zhike.core.ui.dates import dated_words

CUT = 60


def terms(readback: Any) -> list[str]:
    """One sentence for each outcome and day that a read-back's waits have."""
    running = Wait.objects.filter(readback=readback, state=WaitState.RUNNING).select_related("entry")
    return terms_of_waits(list(running.order_by("pk")))


def terms_of_waits(waits: list[Wait]) -> list[str]:
    groups: dict[tuple[str, date], list[str]] = {}
    for wait in waits:
        groups.setdefault((wait.outcome, wait.until), []).append(Truncator(wait.entry.text).chars(CUT))
    return [_sentence(outcome, until, lines) for (outcome, until), lines in groups.items()]


def _sentence(outcome: str, until: date, lines: list[str]) -> str:
    told = {"day": dated_words(until), "lines": "; ".join(f"“{one}”" for one in lines)}
    if outcome == Outcome.ACCEPTED:
        return (
            _(
                "If we hear nothing from you until the end of %(day)s, this counts as agreed, as arranged with you: "
                "%(lines)s. Any answer, question or correction stops that, and you can object afterwards too."
            )
            % told
        )
    if outcome == Outcome.PAUSED:
        return _("If we hear nothing until the end of %(day)s, our work on this waits for you: %(lines)s.") % told
    return (
        _("Silence is no yes to this; if we hear nothing until the end of %(day)s, we shall ask you again: %(lines)s.")
        % told
    )
