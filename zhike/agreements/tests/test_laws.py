"""Whatever is done in whatever order, by whom, on however old a copy, and broken off in between: nothing that was
written down is lost, rewritten or counted twice.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhike.agreements.checking import check_chains
from zhike.agreements.due_days import TwoCalendars
from zhike.agreements.errors import NeedsApproval
from zhike.agreements.models import Act, Entry, Promise
from zhike.agreements.models.entry import WORDING
from zhike.agreements.rates import kept_rates, settled
from zhike.core.lifecycle.errors import Forbidden, WrongState

VERBS = ("confirm", "ask", "keep", "breach", "waive", "withdraw", "reopen", "renegotiate", "agree_anew")
STEPS = st.tuples(
    st.sampled_from(VERBS),
    st.sampled_from(["lena", "omar", "rita"]),  # Rita only reads
    st.integers(0, 7),  # which of the entries
    st.sampled_from(["fresh", "fresh", "old copy", "broken off"]),
)


class PulledOut(Exception):
    """The plug, in the middle of a transaction."""


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(walk=st.lists(STEPS, min_size=4, max_size=25))
def test_nothing_is_lost_rewritten_or_counted_twice(cast, walk):
    client = type(cast.qingchuan).objects.add(by=cast.lena, name="Laws", owner=cast.lena, team=cast.lena.team)
    soon = timezone.localdate() + timedelta(days=3)
    due = TwoCalendars(client, soon).next_for_both(soon)
    for text in ("The draft", "The plan"):
        Promise.objects.add(
            by=cast.lena, client=client, text=text, person=cast.lena, contact=cast.clara, owner=cast.lena, due_on=due
        )
    copies = {entry.pk: entry for entry in Entry.objects.filter(client=client)}
    for verb, who, which, how in walk:
        before = _written(client)
        standing = list(Entry.objects.filter(client=client).order_by("pk"))
        chosen = standing[which % len(standing)]
        entry = copies.setdefault(chosen.pk, chosen) if how == "old copy" else chosen
        done = _tried(entry, verb, getattr(cast, who), cast.clara, breaks=how == "broken off")
        after = _written(client)
        assert after["acts"][: len(before["acts"])] == before["acts"]
        assert before["words"].items() <= after["words"].items()
        assert done or after == before, "what was refused or broken off left something behind"
        assert not (done and who == "rita")
        _holds(client)
    assert not check_chains(client.pk).faults


def _tried(entry, verb, by, contact, *, breaks):
    """Whether it was done."""
    said = {
        "confirm": {"contact": contact, "how": "call"},
        "ask": {"words": "By when?", "contact": contact, "how": "call"},
        "keep": {},
        "renegotiate": {"text": "Somewhat later", "reason": "x"},
        "agree_anew": {"text": "Much later", "reason": "x", "agreed_by": contact, "how": "call"},
    }.get(verb, {"reason": "x"})
    try:
        with transaction.atomic():
            getattr(entry, "renegotiate" if verb == "agree_anew" else verb)(by=by, **said)
            if breaks:
                raise PulledOut
    except (Forbidden, NeedsApproval, WrongState, PulledOut):
        return False
    return True


def _written(client):
    """All that the ledger holds of a client: acts in their order with their hashes, and the words of each entry."""
    entries = Entry.objects.filter(client=client)
    words = {entry.pk: [getattr(entry, name) for name in WORDING] for entry in entries}
    acts = list(Act.objects.chained(client.pk).values_list("number", "entry", "verb", "state", "hash"))
    return {"acts": acts, "words": words}


def _holds(client):
    entries = list(Entry.objects.filter(client=client))
    for entry in entries:
        assert entry.state == entry.acts.latest("number").state
    agreed = [entry.thread for entry in entries if entry.state == "confirmed"]
    assert len(agreed) == len(set(agreed)), "two of a line hold at once"
    over = sum(entry.state in ("kept", "broken") for entry in entries)
    assert sum(rate.settled for rate in kept_rates(settled(Promise.objects.filter(client=client))).values()) == over
