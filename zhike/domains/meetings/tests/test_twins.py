"""A meeting in two languages: invitation, agenda, minutes, and what is read back; each reads their own."""

import pytest
from django.utils import translation

from zhike.agreements.models import Decision
from zhike.agreements.twins.models import Twin
from zhike.agreements.twins.tests.reading import read as opened
from zhike.agreements.twins.tests.reading import stands_first
from zhike.core.documents.tests.reading import text_of
from zhike.core.lifecycle.errors import WrongState
from zhike.core.mail.models import Letter
from zhike.core.timeline.delivery import deliver_all
from zhike.domains.meetings.charter import charter
from zhike.domains.meetings.minutes import read
from zhike.domains.meetings.tests.test_meeting import planned
from zhike.domains.meetings.workflows import close_and_ask

LINE, LINE_EN = "入口用 3 个", "There will be 3 entrances"


@pytest.fixture
def meeting(cast):
    made = planned(cast, title="周会", goal="定下入口")
    made.add_topic(by=cast.lena, title="首页入口", goal="用几个入口？")
    topic = made.topics.get(title="首页入口").pk
    for key, twin in (
        ("title", "Weekly meeting"), ("goal", "Settle the entrances"),
        (f"topic-{topic}-title", "Entrances of the page"),
        (f"topic-{topic}-goal", "How many entrances?"),
    ):  # fmt: skip
        made.write_twin(by=cast.lena, of=key, twin=twin)
    cast.clara.amend(by=cast.lena, emails=["chen@qingchuan.example"], language="en")
    return made


@pytest.fixture
def held(cast, meeting):
    """With a line in both languages."""
    meeting.hold(by=cast.lena)
    meeting.note(by=cast.lena, topic=meeting.topics.get(title="首页入口"), **read(f"! {LINE}", meeting))
    meeting.write_twin(by=cast.lena, of=f"line-{meeting.lines.get().pk}-text", twin=LINE_EN)
    return meeting


def test_invitation_and_calendar_are_in_their_language(cast, meeting):
    meeting.invite(by=cast.lena)
    letter = Letter.objects.get()
    for words in ("Weekly meeting", "Settle the entrances"):
        assert words in letter.text and words in letter.calendar
    assert "周会" not in letter.text + letter.calendar


def test_the_agenda_is_in_their_language(cast, meeting):
    meeting.send_agenda(by=cast.lena)
    letter = Letter.objects.get()
    assert "Entrances of the page" in letter.text and "How many entrances?" in letter.text
    assert "Weekly meeting" in letter.subject


@pytest.mark.parametrize(("language", "first", "other"), [("zh", LINE, LINE_EN), ("en", LINE_EN, LINE)])
def test_the_minutes_are_in_the_language_that_was_asked_for(
    cast, held, client, settings, tmp_path, language, first, other
):
    settings.MEDIA_ROOT = tmp_path
    client.force_login(cast.lena)
    pdf = text_of(client.get(f"/documents/{held.reference}/minutes.pdf?language={language}").content)
    assert stands_first(pdf, first.replace(" ", ""), other.replace(" ", ""))


def test_so_is_the_charter_of_a_kick_off(cast, held):
    with translation.override("en"):
        told = charter(held, cast.lena)
    assert "Weekly meeting" in told["subtitle"]
    assert told["sections"][1]["rows"][:2] == ["Settle the entrances", "定下入口"]


def test_what_was_decided_is_read_back_in_both(cast, held, client):
    [(readback, address)] = close_and_ask(held, by=cast.lena, contacts=[cast.clara])
    decision = Decision.objects.get()
    assert (decision.text, decision.twin, decision.prevails) == (LINE, LINE_EN, "zh")
    assert (
        decision.question == "How many entrances?"
        and Twin.objects.on(decision).get(key="question").text == "用几个入口？"
    )
    assert "Weekly meeting" in readback.title and "周会" in Twin.objects.on(readback).get(key="title").text
    assert stands_first(opened(client, address, "en"), LINE_EN, LINE)
    page = opened(client, address, "zh-hans")
    assert stands_first(page, LINE, LINE_EN) and "以哪种文本为准" in page
    with pytest.raises(WrongState):
        held.write_twin(by=cast.lena, of="goal", twin="Otherwise")


def test_so_are_the_ways_that_were_not_taken(cast, meeting):
    meeting.hold(by=cast.lena)
    topic = meeting.topics.get(title="首页入口")
    for said, twin in (("~ 入口用 5 个", "There will be 5 entrances"), (f"! {LINE}", LINE_EN)):
        meeting.note(by=cast.lena, topic=topic, **read(said, meeting))
        meeting.write_twin(by=cast.lena, of=f"line-{meeting.lines.latest('pk').pk}-text", twin=twin)
    close_and_ask(meeting, by=cast.lena, contacts=[cast.clara])
    decision = Decision.objects.get()
    both = {decision.alternatives, Twin.objects.on(decision).get(key="alternatives").text}
    assert both == {"There will be 5 entrances", "入口用 5 个"}


def test_the_letter_that_reads_it_back_says_both(cast, held):
    close_and_ask(held, by=cast.lena, contacts=[cast.clara], send=True)
    assert f"{LINE_EN} ({LINE})" in Letter.objects.get(subject__contains="remember").text


@pytest.mark.parametrize("what", ["title", "line", "topic"])
def test_a_change_of_one_raises_the_alarm(cast, held, what):
    if what == "title":
        held.amend(by=cast.lena, title="月会")
        key = "title"
    elif what == "line":
        line = held.lines.get()
        held.reword(by=cast.lena, line=line, text="入口用 4 个")
        key = f"line-{line.pk}-text"
    else:
        key = next(one.key for one in held.texts() if one.words == "用几个入口？")
        held.write_twin(by=cast.lena, of=key, twin="How many entrances, and where?")
    deliver_all()
    assert list(Twin.objects.behind().values_list("key", flat=True)) == [key]


def test_what_is_behind_does_not_go_into_the_ledger(cast, held):
    held.reword(by=cast.lena, line=held.lines.get(), text="入口用 4 个")
    held.close(by=cast.lena)
    assert (Decision.objects.get().text, Decision.objects.get().twin) == ("入口用 4 个", "")


def test_of_a_read_back_title_and_note_have_twins_too(cast, held, client):
    [(readback, address)] = close_and_ask(held, by=cast.lena, contacts=[cast.clara], note="请看一下")
    readback.write_twin(by=cast.lena, of="note", twin="Please have a look")
    assert stands_first(opened(client, address, "en"), "Please have a look", "请看一下")
    readback.write_twin(by=cast.lena, of="note", twin="Please look at it today")
    assert Twin.objects.on(readback).get(key="note").behind == "twin"
    assert "Please look at it today" not in opened(client, address, "en")
