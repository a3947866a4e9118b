"""One client of two records."""

import pytest

from zhike.clients.merging.errors import CannotMerge
from zhike.clients.merging.hanging import hooks_on
from zhike.clients.merging.models import Merge
from zhike.clients.merging.workflows import merge
from zhike.clients.models import Client, Contact, Position
from zhike.core.discussion.models import Comment, Watch
from zhike.core.history.feed import feed_of_client
from zhike.core.lifecycle.errors import Forbidden, Refused, StaleEdit
from zhike.core.resources.reader import Reader
from zhike.core.search.finding import find
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event
from zhike.core.timeline.sentences import say


def fresh(record):
    return type(record).objects.get(pk=record.pk)


def told(cast, client):
    return [one.event.kind for _day, day in feed_of_client(client, Reader(cast.lena)).days for one in day]


def test_everything_that_hung_on_the_loser_hangs_on_the_winner(cast, twin):
    merge(cast.qingchuan, twin.client, by=cast.lena)
    for record in (twin.said, twin.todo, twin.file, twin.zheng):
        assert fresh(record).client == cast.qingchuan
    assert Comment.objects.of_record(cast.qingchuan).count() == 1
    left = {hook.key: hook.rows(twin.client.pk).count() for hook in hooks_on(Client)}
    assert {key: count for key, count in left.items() if count} == {}


def test_what_stands_twice_stands_once(cast, twin):
    merge(cast.qingchuan, twin.client, by=cast.lena)
    assert Watch.objects.filter(record_type="clients.client", user=cast.omar).count() == 1
    assert not Position.objects.filter(contact=twin.zheng).exists()  # it is the main client now


def test_the_loser_is_put_away_and_its_reference_leads_to_the_winner(cast, twin, client):
    merge(cast.qingchuan, twin.client, by=cast.lena)
    assert fresh(twin.client).archived_at is not None
    assert Client.objects.visible_to(cast.lena).by_reference(twin.client.reference).get() == cast.qingchuan
    assert find(twin.client.reference, cast.lena).best[0].record == cast.qingchuan
    client.force_login(cast.lena)
    for page in ("", "edit/", "step/archive/"):
        answer = client.get(f"/clients/{twin.client.reference}/{page}")
        assert (answer.status_code, answer["Location"]) == (302, f"/clients/{cast.qingchuan.reference}/")
    client.post(f"/clients/{twin.client.reference}/step/archive/")
    assert fresh(cast.qingchuan).archived_at is None


def test_lists_grow_and_what_only_one_knows_is_known(cast, twin):
    cast.qingchuan.amend(by=cast.lena, tags=["key"])
    merge(cast.qingchuan, twin.client, by=cast.lena)
    now = fresh(cast.qingchuan)
    assert (now.tags, now.phones, now.industry) == (["key", "vip"], ["+8657187654321"], "Medical")
    assert (now.name, now.short_name) == ("杭州晴川医疗科技有限公司", "晴川医疗")


def test_of_two_values_the_newer_counts_unless_said_otherwise(cast, twin):
    cast.qingchuan.amend(by=cast.lena, industry="Pharma", website="https://one.example")
    twin.client.amend(by=cast.lena, industry="Medical devices", website="https://two.example")
    merge(cast.qingchuan, twin.client, by=cast.lena, choices={"website": "winner", "tags": "winner"})
    now = fresh(cast.qingchuan)
    assert (now.industry, now.website, now.tags) == ("Medical devices", "https://one.example", [])


def test_the_timeline_reads_the_family_and_no_event_is_touched(cast, twin):
    before = list(Event.objects.order_by("pk").values())
    merge(cast.qingchuan, twin.client, by=cast.lena)
    assert list(Event.objects.filter(pk__lte=before[-1]["id"]).order_by("pk").values()) == before
    kinds = told(cast, cast.qingchuan)
    assert {"conversation.called", "merging.merged"} <= set(kinds) and "merging.merged_away" not in kinds
    event = Event.objects.get(kind="merging.merged")
    assert twin.client.reference in say(event, Reader(cast.lena)), (
        "both are called the same: the number tells them apart"
    )


def test_search_knows_where_things_stand_now(cast, twin):
    merge(cast.qingchuan, twin.client, by=cast.lena)
    deliver_all()
    hit = next(one for one in find("draft", cast.lena).best)
    assert (hit.record, hit.client) == (twin.todo, cast.qingchuan)


def test_the_winner_is_followed_up_and_was_spoken_to(cast, twin):
    merge(cast.qingchuan, twin.client, by=cast.lena)
    deliver_all()
    assert fresh(cast.qingchuan).last_contact_at == twin.said.happened_at
    assert fresh(twin.client).last_contact_at is None


def test_two_records_of_one_person_become_one_with_both_places(cast, twin):
    again = Contact.objects.add(
        by=cast.ada, name="Chen Lan", client=cast.tramlight, emails=["lan@q.example"], title="Board"
    )
    done = merge(cast.clara, again, by=cast.ada)
    now = fresh(cast.clara)
    assert (now.client, now.emails) == (cast.qingchuan, ["lan@q.example"])
    assert [place.client for place in now.positions.all()] == [cast.tramlight]
    assert done.sources["emails"] == "both"


def test_it_is_for_managers_and_for_the_owner_of_both(cast, twin):
    for person in (cast.omar, cast.ida, cast.rita):
        with pytest.raises(Forbidden):
            merge(cast.qingchuan, twin.client, by=person)
    assert merge(cast.qingchuan, twin.client, by=cast.mona)


def test_it_refuses_what_was_changed_meanwhile(cast, twin):
    version = twin.client.version
    twin.client.amend(by=cast.omar, industry="Care")
    with pytest.raises(StaleEdit):
        merge(cast.qingchuan, twin.client, by=cast.lena, versions=(None, version))
    assert not Merge.objects.exists()


def test_it_refuses_itself_the_archived_and_the_merged(cast, twin):
    with pytest.raises(CannotMerge, match="one and the same"):
        merge(cast.qingchuan, fresh(cast.qingchuan), by=cast.lena)
    third = Client.objects.add(by=cast.lena, name="Third", owner=cast.lena)
    third.archive(by=cast.lena)
    with pytest.raises(CannotMerge, match="archived"):
        merge(cast.qingchuan, third, by=cast.lena)
    merge(cast.qingchuan, twin.client, by=cast.lena)
    third.restore(by=cast.lena)
    for one, other in ((third, twin.client), (twin.client, third)):
        with pytest.raises(CannotMerge, match="was merged into"):
            merge(one, other, by=cast.lena)


def test_what_was_merged_is_neither_changed_nor_brought_back_by_itself(cast, twin):
    merge(cast.qingchuan, twin.client, by=cast.lena)
    lost = fresh(twin.client)
    with pytest.raises(Forbidden):
        lost.amend(by=cast.lena, industry="Care")
    with pytest.raises(Refused):
        lost.restore(by=cast.lena)
