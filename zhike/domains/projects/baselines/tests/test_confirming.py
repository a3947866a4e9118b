"""The client confirms the plan."""

import pytest

from zhike.agreements.asking import message
from zhike.agreements.models import Decision, Readback
from zhike.core.lifecycle.errors import Forbidden, WrongState

pytestmark = pytest.mark.django_db


def opened(site, client, baseline, contact):
    """The address behind the link, as the contact has opened it."""
    client.force_login(site.lena)
    page = client.post(f"/baselines/{baseline.reference}/ask/", {"contact": contact.pk}).content.decode()
    client.logout()
    return page.partition("/l/")[2].split()[0].partition("<")[0]


def test_it_is_confirmed_through_the_link(frozen, site, cast, client):
    cast.clara.amend(by=site.lena, language="zh")
    baseline = frozen()
    token = opened(site, client, baseline, cast.clara)
    entry = Decision.objects.get()
    assert (entry.state, entry.contact) == ("proposed", cast.clara)
    assert entry.text.splitlines()[0] == "“官网改版”第 1 版计划"
    assert "第一版上线" in entry.text and "包含：首页；挂号页" in entry.text
    page = client.get(f"/l/{token}", follow=True)
    assert "第一版上线" in page.content.decode()


def test_who_chose_no_language_is_asked_in_that_of_the_installation(frozen, site, cast, client, settings):
    settings.LANGUAGE_CODE = "zh-hans"
    opened(site, client, frozen(), cast.clara)
    entry = Decision.objects.get()
    assert entry.text.splitlines()[0] == "“官网改版”第 1 版计划"
    assert "陈总，请您看看我们记得对不对" in message(Readback.objects.get(), "https://x")


def test_their_word_by_another_way_is_noted(frozen, cast):
    baseline = frozen()
    assert baseline.stands_as == ""
    baseline.note_confirmed(by=cast.lena, contact=cast.clara, how="call", words="就按这个做")
    assert (baseline.stands_as, baseline.entry.confirmed_by) == ("confirmed", cast.clara)
    with pytest.raises(WrongState):
        baseline.note_confirmed(by=cast.lena, contact=cast.clara, how="call")


def test_the_plan_before_holds_until_the_next_one_is_confirmed(frozen, cast):
    first = frozen()
    first.note_confirmed(by=cast.lena, contact=cast.clara, how="call")
    second = frozen(reason="院方推迟")
    second.propose(by=cast.lena, contact=cast.clara)
    first.refresh_from_db()
    assert (first.stands_as, second.stands_as) == ("confirmed", "asked")
    second.note_confirmed(by=cast.lena, contact=cast.clara, how="meeting")
    first.refresh_from_db()
    assert (first.stands_as, second.stands_as) == ("replaced", "confirmed")
    assert second.entry.supersedes == first.entry


def test_nobody_is_asked_about_an_older_plan(frozen, cast):
    first = frozen()
    frozen(reason="院方推迟")
    with pytest.raises(WrongState):
        first.propose(by=cast.lena, contact=cast.clara)


def test_a_stranger_and_a_reader_ask_nobody(frozen, cast, client):
    baseline = frozen()
    with pytest.raises(Forbidden):
        baseline.propose(by=cast.rita, contact=cast.clara)
    for person, answer in ((cast.ida, 404), (cast.rita, 403)):
        client.force_login(person)
        assert client.post(f"/baselines/{baseline.reference}/ask/", {}).status_code == answer
