"""No, because … but we can …; parked, dropped and taken up again."""

import pytest
from django.db import IntegrityError, transaction

from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.domains.requirements.models import Requirement
from zhike.domains.requirements.steps import DeclineForm


def test_a_no_needs_another_way(wanting, cast):
    wanted = wanting.heard("虚拟宠物")
    form = DeclineForm({"reason": "预算", "instead": " \n "}, record=wanted, by=cast.lena)
    assert not form.is_valid() and "instead" in form.errors
    form = DeclineForm({"reason": "预算", "instead": " 积分换贴纸 \n\n明年再看"}, record=wanted, by=cast.lena)
    assert form.is_valid(), form.errors
    wanted.decline(by=cast.lena, **form.cleaned_data)
    assert (wanted.state, wanted.instead.splitlines()) == ("declined", ["积分换贴纸", "明年再看"])
    with pytest.raises(IntegrityError), transaction.atomic():
        Requirement.objects.filter(pk=wanted.pk).update(instead="")


def test_what_was_before_the_client_is_taken_back_with_it(wanting, cast):
    wanted = wanting.asked()
    wanted.decline(by=cast.lena, reason="太贵", instead="先做两个入口")
    wanted.entry.refresh_from_db()
    assert wanted.entry.state == "withdrawn"
    assert wanting.now(wanted).state == "declined"


def test_dropping_what_was_agreed_withdraws_the_words_that_wait_as_well(wanting, cast):
    wanted = wanting.agreed()
    wanted.reword(by=cast.lena, wording="四个入口", reason="院办")
    new = wanted.entry.successors.get()
    wanted.drop(by=cast.lena, reason="换了负责人")
    new.refresh_from_db()
    assert (new.state, wanting.now(wanted).state) == ("withdrawn", "dropped")


def test_it_is_parked_and_taken_up_again_from_the_beginning(wanting, cast):
    wanted = wanting.asked()
    wanted.park(by=cast.omar, reason="等预算")
    wanted.take_up(by=cast.omar)
    assert (wanted.state, wanted.reason, wanted.entry) == ("raw", "", None)


@pytest.mark.parametrize("step", ["park", "drop"])
def test_whoever_reads_ends_nothing(wanting, cast, step):
    with pytest.raises(Forbidden):
        getattr(wanting.heard(), step)(by=cast.rita, reason="x")


def test_what_is_agreed_is_neither_declined_nor_parked(wanting, cast):
    wanted = wanting.agreed()
    with pytest.raises(WrongState):
        wanted.decline(by=cast.lena, reason="x", instead="y")
    with pytest.raises(WrongState):
        wanted.park(by=cast.lena, reason="x")
