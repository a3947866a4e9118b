"""A rule in a sentence, as both sides would say it."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zhike.agreements.choices import Side
from zhike.agreements.quantities import counted
from zhike.agreements.rules.compiling import Channels, Rounds, Rule
from zhike.agreements.rules.quiet import Quiet
from zhike.agreements.rules.span import Span
from zhike.clients.models.reach import Channel
from zhike.core.base.listing import listed
from zhike.core.clock.hours import WEEKDAYS
from zhike.core.ui.dates import weekday_name


def in_a_sentence(rule: Rule) -> str:
    """What a machine keeps; of what it cannot keep the words of the clause."""
    made, ours = rule.made, rule.side == Side.US
    if isinstance(made, Span):
        told = {"time": span_words(made)}
        return _("We answer within %(time)s.") % told if ours else _("They answer within %(time)s.") % told
    if isinstance(made, Rounds):
        return _rounds(made, rule.clause.subject)
    if isinstance(made, Quiet):
        told = {"hours": quiet_words(made)}
        return _("%(hours)s we leave them in peace.") % told if ours else _("%(hours)s they leave us in peace.") % told
    if isinstance(made, Channels):
        told = {"channels": channel_words(made.channels)}
        return _("We reach them by: %(channels)s.") % told if ours else _("They reach us by: %(channels)s.") % told
    return str(rule.clause)


def said_to_them(rule: Rule) -> str:
    """The same in a letter to the client: whoever reads it is "you"."""
    made, ours = rule.made, rule.side == Side.US
    if isinstance(made, Span):
        told = {"time": span_words(made)}
        return _("we answer you within %(time)s.") % told if ours else _("you answer us within %(time)s.") % told
    if isinstance(made, Quiet):
        told = {"hours": quiet_words(made)}
        return _("%(hours)s we do not disturb you.") % told if ours else _("%(hours)s our team has its rest.") % told
    if isinstance(made, Channels):
        told = {"channels": channel_words(made.channels)}
        return _("we reach you by: %(channels)s.") % told if ours else _("you reach us by: %(channels)s.") % told
    return in_a_sentence(rule)


def span_words(span: Span) -> str:
    return counted(span.quantity, span.unit)


def quiet_words(quiet: Quiet) -> str:
    told = {"since": f"{quiet.since:%H:%M}", "until": f"{quiet.until:%H:%M}", "days": _days(quiet.weekdays)}
    if quiet.since == quiet.until:
        return _("On %(days)s") % told
    if not quiet.weekdays:
        return _("From %(since)s to %(until)s") % told
    return _("From %(since)s to %(until)s on %(days)s") % told


def channel_words(channels: tuple[str, ...]) -> str:
    labels = dict(Channel.choices)
    return listed(labels.get(one, one) for one in channels)


def _rounds(rounds: Rounds, subject: str) -> str:
    told: dict[str, Any] = {"number": rounds.number, "what": subject}
    if subject:
        words = ngettext(
            "%(number)s round of revision is included for: %(what)s.",
            "%(number)s rounds of revision are included for: %(what)s.", rounds.number,
        )  # fmt: skip
        return words % told
    words = ngettext(
        "%(number)s round of revision is included.", "%(number)s rounds of revision are included.", rounds.number
    )
    return words % told


def _days(weekdays: tuple[str, ...]) -> str:
    return listed(weekday_name(n) for n, day in enumerate(WEEKDAYS) if day in weekdays)
