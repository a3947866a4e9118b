"""The forecast of an open promise, from all that was settled; where it is low an early notice, drafted and not sent."""

from contextlib import suppress
from datetime import date, timedelta
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhike.agreements.choices import OPEN, SETTLED, Side, State
from zhike.agreements.due_days import TwoCalendars
from zhike.agreements.forecast import Case, Forecast, History, back_test
from zhike.agreements.models import Promise
from zhike.agreements.twins.both import in_both
from zhike.agreements.twins.spoken import said_in_ledger
from zhike.core.access.models import User
from zhike.core.lifecycle.errors import Refused
from zhike.core.lifecycle.policies import may_work
from zhike.core.pages.counted import first_and_all
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader
from zhike.core.ui.dates import dated_words

MOST = 3_000  # settled promises, the latest
RISKY = 0.6  # below it the other side is better told early
TELLING = 0.1  # of the log-odds: a factor that moves them by less is not named
SOON, SHOWN = 10, 5  # days ahead of which owners are told; promises on My day
LATER = 3  # days, then the next on which both work
FACTORS = {
    "owner": gettext_lazy("who looks after it"), "client": gettext_lazy("the client"),
    "lead": gettext_lazy("the time there is"), "rounds": gettext_lazy("how often it was renegotiated"),
}  # fmt: skip


def case_of(promise: Any) -> Case:
    """As it was settled, or is due."""
    is_open = promise.state in OPEN
    kept = None if is_open else promise.state == State.KEPT and not promise.kept_late
    lead = (promise.due_on - promise.valid_from).days
    day = promise.due_on if is_open else promise.state_on
    return Case(promise.owner_id, promise.client_id, promise.side, lead, promise.round - 1, day, kept)


def settled_cases() -> list[Case]:
    """One query."""
    settled = Promise.objects.standing().filter(state__in=SETTLED, due_on__isnull=False).order_by("-state_on", "-pk")
    told = settled.only("owner", "client", "side", "kind", "due_on", "valid_from", "state", "state_on", "round")
    return [case_of(one) for one in told[:MOST]]


class Foresight:
    """All that was settled, and whether it foretells better than the person's kept-rate alone. One query."""

    def __init__(self) -> None:
        cases = settled_cases()
        self.history, self.test = History(cases), back_test(cases)

    @property
    def is_trusted(self) -> bool:
        return self.test is None or self.test.is_better

    def of(self, promise: Any) -> tuple[Forecast, float | None]:
        """What is foretold, and how likely it is kept in time by whatever foretold better; None with too little."""
        case = case_of(promise)
        found = self.history.forecast(case)
        if found.probability is None:
            return found, None
        return found, found.probability if self.is_trusted else self.history.rate_of(case)


def can_be_foretold(promise: Any) -> bool:
    """Open, with a day that has not passed."""
    return promise.state in OPEN and bool(promise.due_on) and not promise.is_late


def warn(today: date) -> int:
    """Tell the owners of promises of ours that are due soon and will hardly be kept, each once; how many were told."""
    near = Promise.objects.owed_by_us().filter(at_risk=None, due_on__range=(today, today + timedelta(days=SOON)))
    promises = list(near.order_by("due_on", "pk"))
    foresight, system, told = Foresight() if promises else None, User.objects.system(), 0
    for one in promises:
        _found, likely = foresight.of(one) if foresight else (None, None)
        if likely is not None and likely < RISKY:
            with suppress(Refused):  # settled meanwhile
                one.foresee(by=system, percent=round(100 * likely))
                told += 1
    return told


@part("day.first", template="agreements/risky.html", label=gettext_lazy("May not be kept: tell them early"), order=6)
def risky(person: Any, reader: Reader) -> dict[str, Any] | None:
    """Promises of mine of which I was told so, while there is time; the number is that of all."""
    mine = Promise.objects.owed_by_us().filter(owner__in=person.stands_for, at_risk__isnull=False)
    ahead = mine.filter(due_on__gte=reader.today).select_related("client").order_by("due_on", "pk")
    found, in_all = first_and_all(ahead, SHOWN)
    return {"promises": found, "count": in_all} if found else None


@part("promises.rail", template="agreements/forecast.html", label=gettext_lazy("Will it be kept in time?"), order=5)
def forecast(promise: Any, reader: Reader) -> dict[str, Any] | None:
    """By whatever foretold better so far: all that is known, or the person's kept-rate alone."""
    if not can_be_foretold(promise):
        return None
    foresight = Foresight()
    found, likely = foresight.of(promise)
    if likely is None:
        return {"cases": found.cases}
    trusted, test = foresight.is_trusted, foresight.test
    risky = likely < RISKY and promise.side == Side.US and may_work(reader.user)
    reasons = [(FACTORS[name], effect > 0) for name, effect in found.reasons if abs(effect) > TELLING]
    return {
        "percent": round(100 * likely), "cases": found.cases, "test": test, "reasons": reasons[:3] if trusted else (),
        "notice": notice_url(promise) if risky else "", "trusted": trusted,
    }  # fmt: skip


def notice_url(promise: Any) -> str:
    """The page for a mail to the client, with the notice in it."""
    told = {"client": promise.client_id, "kind": "mail", "direction": "out"} | early_notice(promise)
    return f"{reverse('conversations:add')}?{urlencode(told)}"


def early_notice(promise: Any) -> dict[str, str]:
    """What is at risk, and what they may choose: `subject` and `text` in the language of whoever it was promised to,
    each with its twin where the promise stands in both, and which of both `prevails`.
    """
    made_of = [said_in_ledger(promise)]
    text = in_both(promise.contact, partial(_notice, promise), made_of)
    subject = in_both(promise.contact, partial(_about, promise), made_of)
    return text | {"subject": subject["text"], "subject_twin": subject["twin"]}


def _about(promise: Any) -> str:
    return _("About what we promised by %(day)s") % {"day": dated_words(promise.due_on)}


def _notice(promise: Any) -> str:
    told = {"what": said_in_ledger(promise).first}
    told |= {"day": dated_words(promise.due_on), "later": dated_words(_later(promise))}
    options = (
        _("1. All of it by %(later)s.") % told,
        _("2. What matters most to you by %(day)s, the rest by %(later)s.") % told,
        _("3. Something else: tell us what would help you more."),
    )
    begin = _("We promised you: “%(what)s”, by %(day)s. It may become tight. What do you prefer?") % told
    return "\n\n".join((begin, "\n".join(options)))


def _later(promise: Any) -> date:
    day = promise.due_on + timedelta(days=LATER)
    return TwoCalendars(promise.client, day).next_for_both(day) or day
