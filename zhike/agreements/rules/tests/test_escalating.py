"""What is not kept again and again goes to whoever leads, once."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from zhike.agreements.models import Clause
from zhike.agreements.rules.compiling import compiled
from zhike.agreements.rules.escalating import OFTEN, escalate
from zhike.agreements.rules.models import Crossing
from zhike.core.notify.models import Notification
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event
from zhike.core.todos.models import Todo
from zhike.domains.conversations.workflows import log


@pytest.fixture
def kept_clause(three_days):
    """As it is read from the database."""
    return Clause.objects.get(pk=three_days.pk)


@pytest.fixture
def cross(cast, kept_clause):
    def crossed(times, days=1, clause=kept_clause, side="us"):
        rule = compiled(clause)
        for _time in range(times):
            said = log(by=cast.lena, client=cast.qingchuan, kind="note", text="Late")
            at = timezone.now() - timedelta(days=days)
            Crossing.objects.note(rule, "late", said, by=cast.lena, at=at, side=side)
        deliver_all()

    return crossed


def told():
    return Event.objects.filter(kind="engagement.often").count()


def test_twice_is_nobodys_business(cross):
    cross(OFTEN - 1)
    assert (told(), Todo.objects.count()) == (0, 0)


def test_the_third_time_goes_to_whoever_leads_once(cast, cross, kept_clause):
    cast.lena.amend(by=cast.ada, manager=cast.mona)
    cross(OFTEN)
    todo = Todo.objects.get()
    assert todo.owner == cast.mona and "3 times" in todo.title
    heard = Notification.objects.filter(event__kind="engagement.often")
    assert set(heard.values_list("user", flat=True)) == {cast.mona.pk, cast.lena.pk}
    cross(2)
    assert escalate([kept_clause.pk], timezone.now()) == 0
    assert (told(), Todo.objects.count()) == (1, 1)
    assert escalate([kept_clause.pk], timezone.now() + timedelta(days=89)) == 0


def test_what_was_long_ago_and_the_other_side_do_not_count(cast, cross):
    cross(OFTEN - 1, days=120)
    cross(OFTEN - 1)
    cross(OFTEN - 1, side="them")
    assert told() == 0


def test_another_version_of_the_clause_is_the_same_rule(cast, cross, kept_clause):
    cross(OFTEN - 1)
    kept_clause.renegotiate(by=cast.lena, text="Four days", reason="x", quantity=Decimal(4))
    newer = Clause.objects.get(supersedes=kept_clause)
    newer.confirm(by=cast.lena, contact=cast.clara, how="call")
    cross(1, clause=newer)
    assert told() == 1
