"""Contracts that come to their end: warned of once, going on or ended as agreed."""

from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from django.db.models import F
from django.utils import translation
from django.utils.translation import gettext as _

from zhike.agreements.contracts.choices import Renewal
from zhike.agreements.contracts.models import Contract
from zhike.agreements.contracts.models.ending import AHEAD
from zhike.core.access.models import User
from zhike.core.base.languages import language_for
from zhike.core.lifecycle.errors import Refused
from zhike.core.todos.workflows import add_todo
from zhike.core.ui.dates import dated_words

LONGEST = timedelta(days=730)  # notice that a contract may ask for


def sweep(today: date) -> tuple[int, int]:
    """(how many were warned of, how many went on or ended). Doing it again the same day does nothing."""
    return _warn(today), _settle(today)


def note_heads() -> int:
    """How many contracts sent by an earlier version got what their head says into the ledger; then there are none."""
    system, noted = User.objects.system(), 0
    for contract in Contract.objects.without_head():
        contract.note_head(by=system)
        noted += 1
    return noted


def _warn(today: date) -> int:
    contract: Any
    system, warned = User.objects.system(), 0
    near = Contract.objects.ending(today + LONGEST + AHEAD).filter(runs_until__gte=today)
    for contract in near.exclude(warned_for=F("runs_until")).select_related("owner", "client"):
        if contract.notice_by - AHEAD > today:
            continue
        contract.warn(by=system)
        with translation.override(language_for(contract.owner)):
            words = _("“%(title)s” ends on %(day)s: what shall be?")
            told = {"title": str(contract)[:120], "day": dated_words(contract.runs_until)}
        due = max(contract.notice_by, today)
        with suppress(Refused):  # the owner may not see the client any more; the event tells all the same
            add_todo(contract, by=system, title=words % told, owner=contract.owner, due_on=due)
        warned += 1
    return warned


def _settle(today: date) -> int:
    contract: Any
    system, settled = User.objects.system(), 0
    for contract in Contract.objects.ending(today - timedelta(days=1)):
        while contract.signed["renewal"] == Renewal.GOES_ON and contract.runs_until < today:
            contract.renew(by=system)
        if contract.runs_until < today:
            contract.end(by=system, on=contract.runs_until)
        settled += 1
    return settled
