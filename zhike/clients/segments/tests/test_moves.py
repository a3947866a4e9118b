"""Who comes into a segment and who leaves it, when and why, without anybody opening a page."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from zhike.clients.models import Client
from zhike.clients.rules.fitting import company_day
from zhike.clients.segments.keeping import sweep
from zhike.clients.segments.models import Membership, Segment
from zhike.clients.segments.why import in_words
from zhike.core.history.undo import turn_round
from zhike.core.jobs.models import Job
from zhike.core.jobs.running import run
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event
from zhike.domains.conversations.workflows import log

CARE = {"field": "industry", "holds": "care"}
QUIET = {"not": {"field": "last_contact_at", "last_days": 30}}


def settle() -> None:
    """What the dispatcher and the worker do by themselves."""
    while deliver_all():
        for job in Job.objects.under_way():
            run(job.pk)


def make(cast, rule, **more) -> Segment:
    made = Segment.objects.add(by=cast.lena, name="Care", rule=rule, owner=cast.lena, **more)
    settle()
    made.refresh_from_db()
    return made


def inside(segment) -> set[Client]:
    return {stay.client for stay in segment.memberships.present().select_related("client")}


def why(stay) -> str:
    with translation.override("en"):
        return in_words(stay)


def test_it_is_filled_when_it_is_made(cast):
    cast.tramlight.amend(by=cast.ida, industry="Health care")
    settle()
    segment = make(cast, CARE)
    assert inside(segment) == {cast.tramlight}
    assert segment.filled_at and segment.swept_on == company_day()
    assert why(segment.memberships.get().entered_why) == "it fitted when the segment was made"
    assert not Event.objects.filter(kind="segment.entered").exists()  # the client did not change
    assert Event.objects.get(kind="segment.filled").fact("entered") == 1


def test_an_edit_lets_a_client_in_and_tells_its_timeline_why(cast):
    segment = make(cast, CARE)
    edit = cast.qingchuan.amend(by=cast.lena, industry="Care")
    settle()
    assert inside(segment) == {cast.qingchuan}
    stay = segment.memberships.get()
    assert (stay.entered_at, why(stay.entered_why)) == (edit.at, "Industry changed")
    told = Event.objects.get(kind="segment.entered")
    assert (told.client, told.record_id, told.caused_by) == (cast.qingchuan, segment.pk, edit)


def test_undoing_the_edit_sees_it_off_again(cast):
    segment = make(cast, CARE)
    edit = cast.qingchuan.amend(by=cast.lena, industry="Care")
    settle()
    assert turn_round(Event.objects.get(pk=edit.pk), cast.lena)
    settle()
    assert inside(segment) == set()
    stay = segment.memberships.get()
    assert stay.left_at > stay.entered_at
    assert why(stay.left_why) == "Industry changed"
    assert Event.objects.filter(kind="segment.left", client=cast.qingchuan).count() == 1


def test_who_comes_again_has_a_second_stay(cast):
    segment = make(cast, CARE)
    for industry in ("Care", "Trams", "Care"):
        cast.qingchuan.amend(by=cast.lena, industry=industry)
        settle()
    stays = segment.memberships.order_by("pk")
    assert [stay.left_at is None for stay in stays] == [False, True]


def test_an_edit_of_anything_else_asks_nothing(cast, django_assert_num_queries):
    from zhike.clients.segments.keeping import keep_up

    make(cast, CARE)
    edit = cast.qingchuan.amend(by=cast.lena, city="杭州")
    with django_assert_num_queries(2):  # the program's user, and the segments
        keep_up([edit])


def test_a_new_client_and_an_archived_one(cast):
    segment = make(cast, CARE)
    new = Client.objects.add(by=cast.lena, name="New", industry="Day care")
    settle()
    assert inside(segment) == {new}
    assert why(segment.memberships.get().entered_why) == "the client is new"
    new.archive(by=cast.lena)
    settle()
    assert inside(segment) == set()
    assert why(segment.memberships.get().left_why) == "the client was archived"


def test_a_conversation_moves_it_at_once(cast):
    """The last contact is kept by another reaction of the same batch; segments come behind it."""
    segment = make(cast, QUIET)
    assert inside(segment) == {cast.qingchuan, cast.tramlight}
    log(by=cast.lena, client=cast.qingchuan, kind="call", text="Hello")
    settle()
    assert inside(segment) == {cast.tramlight}
    left = segment.memberships.get(client=cast.qingchuan)
    assert why(left.left_why) == "Last contact changed"


def test_the_day_alone_moves_it_once(cast):
    log(by=cast.lena, client=cast.qingchuan, kind="call", text="Hello")
    segment = make(cast, QUIET)
    assert inside(segment) == {cast.tramlight}
    later = company_day() + timedelta(days=31)
    assert sweep(later) == 1
    assert inside(segment) == {cast.qingchuan, cast.tramlight}
    assert why(segment.memberships.get(client=cast.qingchuan).entered_why) == "time went by (Last contact)"
    assert Event.objects.filter(kind="segment.entered", client=cast.qingchuan).count() == 1
    assert sweep(later) == 0


def test_a_new_rule_works_it_out_anew(cast):
    cast.qingchuan.amend(by=cast.lena, industry="Care")
    segment = make(cast, CARE)
    segment.amend(by=cast.lena, rule={"field": "industry", "empty": True})
    settle()
    assert inside(segment) == {cast.tramlight}
    assert why(segment.memberships.get(client=cast.qingchuan).left_why) == "the rule was changed"


def test_a_new_name_works_nothing_out(cast):
    segment = make(cast, CARE)
    segment.amend(by=cast.lena, name="Cares")
    deliver_all()
    assert not Job.objects.under_way().exists()


def test_delivering_the_same_events_again_moves_nobody(cast):
    from zhike.clients.segments.keeping import keep_up

    segment = make(cast, CARE)
    edit = cast.qingchuan.amend(by=cast.lena, industry="Care")
    keep_up([edit])
    keep_up([edit])
    assert segment.memberships.count() == 1
    assert Event.objects.filter(kind="segment.entered").count() == 1


def test_a_segment_whose_field_is_gone_rests(cast):
    segment = make(cast, CARE)
    cast.qingchuan.amend(by=cast.lena, industry="Care")
    settle()
    Segment.objects.filter(pk=segment.pk).update(rule={"field": "own_gone", "is": 1})
    cast.tramlight.amend(by=cast.ida, industry="Care")
    settle()
    assert inside(segment) == {cast.qingchuan}


def test_what_one_keeps_for_oneself_is_told_on_no_timeline(cast):
    segment = make(cast, CARE, visibility="own")
    cast.qingchuan.amend(by=cast.lena, industry="Care")
    settle()
    assert inside(segment) == {cast.qingchuan}
    assert not Event.objects.filter(kind="segment.entered").exists()


@pytest.mark.django_db(transaction=True)
def test_two_processes_at_one_segment_move_a_client_once(cast):
    from threading import Thread

    from django.db import connection

    from zhike.clients.rules.reading import read
    from zhike.clients.segments.moving import Scope, move

    segment = Segment.objects.add(by=cast.lena, name="Everyone", rule={"field": "name", "filled": True})
    rule, found = read(segment.rule), []

    def work() -> None:
        found.append(len(move(segment, rule, Scope(after=0, until=10**9), {"cause": "rule"}).entered))
        connection.close()

    threads = [Thread(target=work) for _one in range(4)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert sorted(found) == [0, 0, 0, 2]
    assert Membership.objects.filter(segment=segment).present().count() == 2


@pytest.mark.django_db(transaction=True)
def test_it_moves_within_seconds_without_a_page_being_opened(cast):
    from threading import Event as Flag
    from threading import Thread
    from time import monotonic, sleep

    from zhike.core.timeline.delivery import run_forever

    segment = Segment.objects.add(by=cast.lena, name="Care", rule=CARE)
    stop = Flag()
    dispatcher = Thread(target=run_forever, args=[stop], daemon=True)
    dispatcher.start()
    try:
        cast.qingchuan.amend(by=cast.lena, industry="Care")
        began = monotonic()
        while not inside(segment) and monotonic() - began < 10:
            sleep(0.05)
        assert inside(segment) == {cast.qingchuan}
    finally:
        stop.set()
        cast.qingchuan.amend(by=cast.lena, city="杭州")  # wakes it, to see that it is to stop
        dispatcher.join(5)


def test_time_of_a_stay_is_the_time_of_its_cause(cast):
    from zhike.core.timeline.moment import at

    segment = make(cast, CARE)
    earlier = timezone.now() - timedelta(days=40)
    with at(earlier):
        cast.qingchuan.amend(by=cast.lena, industry="Care")
    settle()
    assert segment.memberships.get().entered_at == earlier


def test_what_happened_before_it_was_made_is_not_why(cast):
    """As where events wait for long: the demo's, or an import's."""
    cast.qingchuan.amend(by=cast.lena, industry="Care")
    Segment.objects.add(by=cast.lena, name="Care", rule=CARE, owner=cast.lena)
    settle()
    assert why(Membership.objects.get().entered_why) == "it fitted when the segment was made"
    assert not Event.objects.filter(kind="segment.entered").exists()
