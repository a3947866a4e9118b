"""Deliverables: handed in, shown, accepted or changed, version by version."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from zhike.agreements.models import Decision
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.pages.owed import Scope, owed
from zhike.core.resources.reader import Reader
from zhike.core.timeline.models import Event
from zhike.domains.projects.reviewing import ask_for_review
from zhike.domains.projects.steps import PinForm
from zhike.domains.projects.tests.conftest import PNG


def opened(site, cast, client, deliverable, **more):
    """The path of a link for Clara."""
    address = ask_for_review(deliverable, by=site.lena, contact=cast.clara, **more)
    client.logout()
    return address[address.index("/l/") :]


def test_what_was_accepted_stands_confirmed_in_the_ledger(site, cast):
    deliverable = site.deliverable()
    deliverable.accept(by=site.lena, contact=cast.clara, how="call", words="就这样")
    entry = Decision.objects.get()
    assert (entry.state, entry.confirmed_by, entry.confirmed_how) == ("confirmed", cast.clara, "call")
    assert (entry.quote, entry.measure, entry.source_id) == ("就这样", "字号不小于 18", deliverable.pk)
    assert deliverable.current.entry_id == entry.pk


def test_nothing_is_shown_or_accepted_before_there_is_a_version(site, cast):
    with pytest.raises(WrongState):
        site.deliverable(versions=0).accept(by=site.lena, contact=cast.clara, how="call")


def test_a_new_version_is_accepted_anew(site, cast):
    deliverable = site.deliverable()
    deliverable.accept(by=site.lena, contact=cast.clara, how="call")
    site.hand_in(deliverable)
    assert (deliverable.state, deliverable.current.number, deliverable.current.answer) == ("ready", 2, "")
    assert deliverable.versions.get(number=1).answer == "accepted"
    deliverable.accept(by=site.lena, contact=cast.clara, how="call")
    assert Decision.objects.count() == 2


def test_whoever_reads_hands_nothing_in(site, cast):
    deliverable = site.deliverable()
    with pytest.raises(Forbidden):
        deliverable.hand_in(by=cast.rita, file=deliverable.current.file)


def test_the_client_accepts_by_link_in_its_language(site, cast, client):
    cast.clara.amend(by=site.lena, language="zh")
    deliverable = site.deliverable()
    path = opened(site, cast, client, deliverable)
    page = client.get(path)
    assert "陈总，您看这样可以吗" in page.content.decode()
    assert b"PNG" in b"".join(client.get(f"{path}?file").streaming_content)[:8]
    assert client.post(path, {"said": "accept", "seen": 1, "words": "很好"}).status_code == 302
    entry = Decision.objects.get()
    assert (entry.state, entry.confirmed_how, entry.confirmed_by) == ("confirmed", "link", cast.clara)
    assert entry.text == "“首页设计稿”第 1 版已验收。"
    told = Event.objects.get(kind="deliverable.accepted")
    assert told.facts["people"][0]["id"] == site.lena.pk


def test_an_answer_to_an_older_version_is_not_taken(site, cast, client):
    deliverable = site.deliverable()
    path = opened(site, cast, client, deliverable)
    site.hand_in(deliverable)
    assert client.post(path, {"said": "accept", "seen": 1}).status_code == 422
    assert not Decision.objects.exists()


def test_a_change_is_asked_for_in_words(site, cast, client):
    deliverable = site.deliverable()
    path = opened(site, cast, client, deliverable)
    assert client.post(path, {"said": "change", "seen": 1}).status_code == 422
    client.post(path, {"said": "change", "seen": 1, "words": "标题再大一点"})
    deliverable.refresh_from_db()
    assert (deliverable.state, deliverable.current.words) == ("changes", "标题再大一点")
    assert client.post(path, {"said": "accept", "seen": 1}).status_code == 422  # what is said is said of this version


def test_pins_stay_until_a_version_settles_them(site, cast, client):
    deliverable = site.deliverable()
    path = opened(site, cast, client, deliverable)
    client.post(path, {"said": "pin", "seen": 1, "text": "这里太挤", "x": "30.5", "y": "62"})
    client.post(path, {"said": "pin", "seen": 1, "text": "标识换新的", "place": "84 16"})
    first, second = deliverable.pins.all()
    assert (first.x, first.y, first.contact) == (Decimal("30.50"), 62, cast.clara)
    assert (second.x, second.y) == (84, 16)
    site.hand_in(deliverable)
    deliverable.settle(by=site.lena, pins=[first])
    page = client.get(path).content.decode()
    assert "标识换新的" in page
    assert [one.settled_in and one.settled_in.number for one in deliverable.pins.all()] == [2, None]


def test_a_pin_lies_on_the_picture(site):
    assert "x" in PinForm({"text": "a", "x": "101", "y": "5"}, record=site.deliverable()).errors


def test_who_has_to_act_changes_with_the_answer(site, cast):
    deliverable = site.deliverable()
    reader, scope = Reader(site.lena), Scope(client=cast.qingchuan)
    assert not [one for one in owed(reader, scope) if one.kind == "deliverables"]
    deliverable.show(by=site.lena, contact=cast.clara)
    assert [(one.side, one.other) for one in owed(reader, scope) if one.kind == "deliverables"] == [("them", "陈总")]
    deliverable.want_change(by=site.lena, contact=cast.clara, words="再大一点")
    assert [(one.side, one.other) for one in owed(reader, scope) if one.kind == "deliverables"] == [("us", "")]


def test_a_version_is_handed_in_and_shown_from_its_page(site, cast, client):
    deliverable = site.deliverable(versions=0)
    client.force_login(site.lena)
    page = f"/deliverables/{deliverable.reference}/"
    said = {"file": SimpleUploadedFile("首页.png", PNG, "image/png"), "note": "第一稿"}
    client.post(f"{page}hand-in/", said)
    deliverable.refresh_from_db()
    assert (deliverable.state, deliverable.current.note) == ("ready", "第一稿")
    shown = client.post(f"{page}show/", {"contact": cast.clara.pk})
    assert "/l/" in shown.content.decode()
    assert client.get(page).status_code == 200
    for person, answer in ((cast.ida, 404), (cast.rita, 403)):
        client.force_login(person)
        assert client.post(f"{page}show/", {"contact": cast.clara.pk}).status_code == answer
        assert client.post(f"{page}hand-in/").status_code == answer
