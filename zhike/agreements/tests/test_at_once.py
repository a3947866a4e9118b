"""Several people take steps on the same entries in the same moment, each on a connection of their own."""

from random import Random

import pytest

from tests.at_once import at_once
from zhike.agreements.checking import check_chains
from zhike.agreements.models import Act, Entry, Promise
from zhike.core.lifecycle.errors import Refused
from zhike.core.timeline.models import Event

PEOPLE = 4


def promised(cast, text):
    return Promise.objects.add(by=cast.lena, client=cast.qingchuan, text=text, contact=cast.clara, owner=cast.lena)


def steps(cast, pk):
    """Each ends the entry in another way, on a copy that its person read before."""

    def of(verb, **said):
        copy = Entry.objects.get(pk=pk)
        return lambda: getattr(copy, verb)(by=cast.lena, **said)

    new = {"text": "Another day", "reason": "Late", "agreed_by": cast.clara, "how": "call"}
    return {
        "confirm": of("confirm", contact=cast.clara, how="call"), "keep": of("keep"), "waive": of("waive", reason="x"),
        "breach": of("breach", reason="x"), "withdraw": of("withdraw", reason="x"),
        "renegotiate": of("renegotiate", **new), "propose": of("renegotiate", text="Perhaps", reason="x"),
    }  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_one_wins_and_the_chain_is_whole(cast):
    first, second, third = (promised(cast, text) for text in ("The draft", "The plan", "The price"))
    for promise, verbs in (
        (first, ("keep", "waive", "breach", "withdraw")),
        (second, ("confirm",) * PEOPLE),
        (third, ("renegotiate",) * PEOPLE),
    ):
        before = promise.acts.count()
        answers = at_once(*(steps(cast, promise.pk)[verb] for verb in verbs))
        won = [one for one in answers if isinstance(one, Event)]
        assert len(won) == 1 and promise.acts.count() == before + 1, (verbs, answers)
        assert {type(one).__name__ for one in answers} == {"Event", "WrongState"}
    assert third.successors.count() == 1 and third.successors.get().state == "confirmed"
    assert check_chains().faults == []


@pytest.mark.django_db(transaction=True)
def test_whatever_is_done_at_once_nothing_is_lost_or_doubled(cast):
    dice, promises = Random(1999), [promised(cast, text) for text in ("The draft", "The plan")]
    done = 0
    for _round in range(5):
        written = dict(Entry.objects.values_list("pk", "text"))
        chosen = [(dice.choice(promises), dice.choice(("confirm", "keep", "waive", "propose", "renegotiate")))
                  for _n in range(PEOPLE)]  # fmt: skip
        answers = at_once(*(steps(cast, promise.pk)[verb] for promise, verb in chosen))
        done += sum(isinstance(one, Event) for one in answers)
        assert all(isinstance(one, Event | Refused) for one in answers), answers
        assert written.items() <= dict(Entry.objects.values_list("pk", "text")).items()
        assert check_chains().faults == []
    numbers = list(Act.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1)), "no gap, no number twice"
    assert done and Event.objects.filter(kind__in=_STEPS, record_id__in=[one.pk for one in promises]).count() == done
    for promise in promises:
        assert promise.acts.filter(verb="confirmed").count() <= 1
        assert promise.successors.filter(confirmed_at__isnull=False).count() <= 1


_STEPS = tuple(f"agreement.{one}" for one in ("confirmed", "kept", "waived", "renegotiated"))
