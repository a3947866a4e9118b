"""What holds whatever people press in whatever order."""

from datetime import timedelta

from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.cast import make_cast
from zhike.core.approval.models import Approval, Delegation
from zhike.core.approval.policies import may_decide
from zhike.core.approval.quorum import outcome
from zhike.core.approval.registry import QUESTIONS
from zhike.core.approval.tests.conftest import NAME, declare
from zhike.core.approval.workflows import ask
from zhike.core.lifecycle.errors import Refused
from zhike.core.timeline.delivery import deliver_all

PEOPLE = ("lena", "omar", "mona", "ada", "ida", "rita")
person = st.sampled_from(PEOPLE)
moves = st.one_of(
    st.tuples(st.sampled_from(("approve", "refuse")), person),
    st.tuples(st.just("delegate"), st.tuples(person, person)),
    st.tuples(st.sampled_from(("edit", "tag", "withdraw")), st.just("lena")),
)


@given(st.integers(1, 5), st.integers(0, 6), st.booleans(), st.data())
def test_the_count_decides_once_and_for_all(seats: int, needed: int, one_no_ends: bool, data: st.DataObject) -> None:
    yes = data.draw(st.integers(0, seats))
    no = data.draw(st.integers(0, seats - yes))
    said = outcome(yes, no, seats, needed=needed, one_no_ends=one_no_ends)
    wanted = min(needed, seats) if needed else seats
    assert (said == "approved") <= (yes >= wanted)
    assert (said == "waiting") <= (seats - no >= wanted and yes < wanted)
    assert yes + no < seats or said != "waiting"
    if said == "waiting":
        more = outcome(yes + 1, no, seats, needed=needed, one_no_ends=one_no_ends)
        assert more in ("approved", "waiting")


class AnyWalk(TestCase):
    @settings(max_examples=40, deadline=None)
    @given(st.sets(person, min_size=1), st.integers(0, 3), st.booleans(), st.lists(moves, max_size=8))
    def test_quorum_delegation_and_void_hold(self, named, needed, one_no_ends, walk):
        cast = make_cast()
        people = [getattr(cast, name) for name in sorted(named)]
        declare(*people, needed=needed, one_no_ends=one_no_ends)
        approval = ask(NAME, cast.qingchuan, by=cast.lena, proposed={"short_name": "晴川"})
        ended = ""
        for move, who in walk:
            self.take(cast, approval, move, who)
            approval.refresh_from_db()
            assert not ended or approval.state == ended, "what is decided stays decided"
            ended = approval.state if approval.state != "waiting" else ""
            self.check(cast, approval)
        QUESTIONS.pop(NAME)

    def take(self, cast, approval, move, who):
        try:
            if move == "delegate":
                giver, deputy = (getattr(cast, name) for name in who)
                today = timezone.localdate()
                if giver != deputy:
                    days = {"since": today, "until": today + timedelta(days=1)}
                    Delegation.objects.add(by=giver, person=giver, deputy=deputy, **days)
            elif move in ("edit", "tag"):
                changed = {"short_name": "晴川科技"} if move == "edit" else {"tags": ["VIP"]}
                cast.qingchuan.amend(by=cast.lena, **changed)
                deliver_all()
            elif move == "withdraw":
                approval.withdraw(by=cast.lena)
            else:
                more = {"reason": "No"} if move == "refuse" else {}
                getattr(approval, move)(by=getattr(cast, who), **more)
        except Refused:
            pass

    def check(self, cast, approval):
        seats = list(approval.seats.all())
        said = [seat for seat in seats if seat.answer]
        yes = [seat for seat in said if seat.answer == "yes"]
        wanted = min(approval.needed, len(seats)) if approval.needed else len(seats)
        assert len({seat.decided_by_id for seat in said}) == len(said), "nobody counts twice"
        assert approval.alone or cast.lena.pk not in {seat.decided_by_id for seat in said}
        assert cast.rita.pk not in {seat.decided_by_id for seat in said}
        assert (approval.state == "approved") == (len(yes) >= wanted)
        for name in PEOPLE:
            user = getattr(cast, name)
            waits = Approval.objects.for_person(user).filter(pk=approval.pk).exists()
            assert waits == (approval.state == "waiting" and may_decide(user, approval))
