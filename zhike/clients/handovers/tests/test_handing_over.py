"""One client goes from Lena to Omar, with a note of all that is open."""

from datetime import timedelta

import pytest
from django.utils import timezone

from zhike.clients.dates.models import ImportantDate
from zhike.clients.handovers import chapters
from zhike.clients.handovers.chapters import handed_on, open_at
from zhike.clients.handovers.forms import HandoverForm
from zhike.clients.handovers.models import Handover
from zhike.clients.handovers.workflows import hand_over
from zhike.clients.models import Client
from zhike.clients.pains.models import PainPoint
from zhike.clients.plans.models import Plan
from zhike.clients.rights.models import Right
from zhike.core.documents.sections import facts
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.resources.reader import Reader
from zhike.core.timeline.models import Event
from zhike.core.todos.workflows import add_todo
from zhike.domains.conversations.workflows import log


@pytest.fixture
def busy(cast):
    """晴川医疗 with something open of every kind."""
    near = timezone.localdate() + timedelta(days=9)
    said = {"by": cast.lena, "client": cast.qingchuan}
    add_todo(cast.qingchuan, by=cast.lena, title="寄样品", owner=cast.lena, due_on=near)
    Plan.objects.add(**said, owner=cast.lena, every=10, about="月度回访")
    ImportantDate.objects.add(**said, contact=cast.clara, month=near.month, day=near.day)
    PainPoint.objects.add(**said, statement="报修要等三天")
    Right.objects.add(**said, contact=cast.clara, subject="price")
    log(**said, kind="call", text="催了两次交期。", contacts=[cast.clara], mood="tense")
    log(**said, kind="mail", text="价格明细呢？", contacts=[cast.clara], direction="in", state="waiting")
    return cast.qingchuan


def test_the_successor_becomes_the_owner_and_finds_all_that_is_open(cast, busy):
    cast.omar.prefer(by=cast.omar, language="zh-hans")
    note = hand_over(busy, by=cast.lena, successor=cast.omar, text="交期别再拖。")
    assert Client.objects.get(pk=busy.pk).owner == cast.omar
    said = str(note.sections)
    for words in ("寄样品", "月度回访", "生日", "报修要等三天", "价格", "催了两次交期。", "紧张", "价格明细呢？"):
        assert words in said, words
    told = Event.objects.get(kind="handover.written")
    assert (told.client_id, told.facts["successor"]) == (busy.pk, "Omar")


def test_what_was_open_stays_as_it_was_that_day(cast, busy):
    note = hand_over(busy, by=cast.lena, successor=cast.omar)
    PainPoint.objects.get().drop(by=cast.omar, why="说错了")
    assert "报修要等三天" in str(Handover.objects.get(pk=note.pk).sections)


def test_the_successor_alone_says_that_it_is_read_and_once(cast, busy):
    note = hand_over(busy, by=cast.lena, successor=cast.omar)
    for person in (cast.lena, cast.mona, cast.rita):
        with pytest.raises(Forbidden):
            note.mark_read(by=person)
    note.mark_read(by=cast.omar)
    assert note.state == "read" and note.read_at
    with pytest.raises(WrongState):
        note.mark_read(by=cast.omar)


def test_pages_show_it_until_it_is_read(cast, busy, client):
    page = f"/clients/{busy.reference}/"
    client.force_login(cast.lena)
    answer = client.post(
        "/handovers/new/", {"client": busy.pk, "successor": cast.omar.pk, "text": "别再拖", "next": page}
    )
    assert answer["Location"] == page
    assert "Omar has not read the note yet." in client.get(page).text
    client.force_login(cast.omar)
    assert "Read the note" in client.get(page).text and "Handed over to you" in client.get("/").text
    note = Handover.objects.get()
    assert "别再拖" in client.get(f"/handovers/{note.reference}/").text
    client.post(f"/handovers/{note.reference}/step/mark_read/")
    assert "Read the note" not in client.get(page).text and "Handed over to you" not in client.get("/").text


def test_a_changed_owner_offers_a_note_to_whoever_gave_the_client_away(cast, client):
    cast.qingchuan.amend(by=cast.mona, owner=cast.omar)
    page, offer = f"/clients/{cast.qingchuan.reference}/", "Write a hand-over note"
    for person, offered in ((cast.lena, True), (cast.mona, True), (cast.omar, False), (cast.rita, False)):
        client.force_login(person)
        assert (offer in client.get(page).text) is offered, person
    hand_over(cast.qingchuan, by=cast.mona, successor=cast.omar)
    client.force_login(cast.mona)
    assert offer not in client.get(page).text


def test_once_written_only_the_words_change(cast):
    note = hand_over(cast.qingchuan, by=cast.lena, successor=cast.omar)
    said = {"client": cast.tramlight.pk, "successor": cast.ida.pk, "text": "再补一句", "version": note.version}
    form = HandoverForm(said, instance=note, by=cast.lena)
    assert form.is_valid() and form.save(by=cast.lena)
    again = Handover.objects.get(pk=note.pk)
    assert (again.client, again.successor, again.text) == (cast.qingchuan, cast.omar, "再补一句")
    note.mark_read(by=cast.omar)
    with pytest.raises(Forbidden):
        note.amend(by=cast.lena, text="太晚了")


def test_a_stranger_cannot_hand_it_over(cast):
    assert "client" in HandoverForm({"client": cast.qingchuan.pk, "successor": cast.ida.pk}, by=cast.ida).errors
    with pytest.raises(Forbidden):
        hand_over(cast.qingchuan, by=cast.rita, successor=cast.rita)


def test_an_area_that_comes_later_hands_on_its_own(cast, monkeypatch):
    monkeypatch.setattr(chapters, "_chapters", [])
    handed_on(1)(lambda client, reader: facts("Promises", [("The draft", "Friday")]))
    assert open_at(cast.qingchuan, Reader(cast.lena)) == [
        {"label": "Promises", "form": "facts", "rows": [["The draft", "Friday"]]}
    ]
