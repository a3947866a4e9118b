"""Typing minutes, closing them, and what comes of them."""

from datetime import UTC, datetime

import pytest

from zhike.agreements.models import Decision, Promise, Readback
from zhike.core.documents.tests.reading import text_of
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.todos.models import Todo
from zhike.domains.conversations.models import Conversation
from zhike.domains.meetings.minutes import read
from zhike.domains.meetings.models import Meeting
from zhike.domains.meetings.steps import NoteForm
from zhike.domains.meetings.tests.test_meeting import planned
from zhike.domains.meetings.workflows import close_and_ask

MONDAY = datetime(2026, 5, 11, 2, 0, tzinfo=UTC)


@pytest.fixture
def held(cast):
    meeting = planned(cast)
    meeting.hold(by=cast.lena)
    return meeting


def write(meeting, text, by, **more):
    form = NoteForm({"text": text, **more}, record=meeting, by=by)
    assert form.is_valid(), form.errors
    meeting.note(by=by, **form.cleaned_data)
    return meeting.lines.last()


@pytest.mark.parametrize(
    ("typed", "kind", "text", "side", "due"),
    [
        ("讨论了导视的颜色", "note", "讨论了导视的颜色", "us", None),
        ("! 入口用三个", "decision", "入口用三个", "us", None),
        ("！入口用三个", "decision", "入口用三个", "us", None),
        (">周五前给第二版", "promise", "周五前给第二版", "us", "2026-05-15"),
        ("> second draft by Friday", "promise", "second draft by Friday", "us", "2026-05-15"),
        ("< 周三前给科室名单", "promise", "周三前给科室名单", "them", "2026-05-13"),
        ("《导视手册》定稿了", "note", "《导视手册》定稿了", "us", None),
        ("《周三前给名单", "promise", "周三前给名单", "them", "2026-05-13"),
        ("+ call the printer tomorrow", "todo", "call the printer tomorrow", "us", "2026-05-12"),
        ("? 停车场标识", "parked", "停车场标识", "us", None),
        ("~ 先上线一半科室", "option", "先上线一半科室", "us", None),
        ("～先上线一半科室", "option", "先上线一半科室", "us", None),
        ("~5 pages are missing", "note", "~5 pages are missing", "us", None),
    ],
)
def test_a_sign_says_what_a_line_is(cast, typed, kind, text, side, due):
    said = read(typed, planned(cast), now=MONDAY)
    assert (said["kind"], said["text"], said["side"]) == (kind, text, side)
    assert (said["due_on"].isoformat() if said["due_on"] else None) == due


def test_an_at_says_who_does_it(cast):
    meeting = planned(cast)
    assert read("> @陈总 周三前给名单", meeting, now=MONDAY)["side"] == "them"
    ours = read("< @lena draft by Friday", meeting, now=MONDAY)
    assert (ours["person"], ours["side"], ours["text"]) == (cast.lena, "us", "lena draft by Friday")


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("+订会议室 @Lena", "订会议室"),
        ("+ @lena：订会议室", "订会议室"),
        ("＋订会议室 ＠Lena", "订会议室"),
        ("+ ask @Lena for the room", "ask Lena for the room"),
        ("+ @Lena", "Lena"),
        ("> draft by Friday @Lena", "draft by Friday Lena"),
    ],
)
def test_the_title_of_a_to_do_does_not_repeat_whose_it_is(cast, held, typed, text):
    line = write(held, typed, cast.omar)
    assert (line.text, line.person) == (text, cast.lena)


def test_a_line_sent_twice_stands_once(cast, held):
    write(held, "样机", cast.lena, key="k1")
    write(held, "样机", cast.lena, key="k1")
    assert held.lines.count() == 1


def test_a_line_is_put_better_until_it_is_closed(cast, held):
    line = write(held, "样鸡", cast.lena)
    held.reword(by=cast.omar, line=line, text="样机", kind="decision")
    held.close(by=cast.lena)
    assert Decision.objects.get().text == "样机"
    with pytest.raises(WrongState):
        held.reword(by=cast.omar, line=line, text="x")


def test_closing_makes_entries_and_to_dos_and_asks_to_confirm(cast, held):
    held.add_topic(by=cast.lena, title="入口", goal="几个入口？")
    topic = held.topics.get()
    write(held, "! 三个入口", cast.lena, topic=topic.pk)
    write(held, "> 周五前给第二版原型", cast.lena)
    write(held, "< 周三前给科室名单", cast.lena)
    write(held, "+ 订会议室", cast.lena)
    write(held, "大家都喜欢绿色", cast.lena)
    [(readback, address)] = close_and_ask(held, by=cast.lena, contacts=[cast.clara])
    decision, ours = Decision.objects.get(), Promise.objects.get(side="us")
    assert (decision.question, decision.contact, decision.state) == ("几个入口？", cast.clara, "proposed")
    assert (ours.source_text, ours.quote, ours.owner) == (held.reference, "周五前给第二版原型", cast.lena)
    assert Promise.objects.get(side="them").contact == cast.clara
    assert Todo.objects.get(title="订会议室").client == cast.qingchuan
    assert [one.text for one in readback.lines()] == ["三个入口", "周五前给第二版原型", "周三前给科室名单"]
    assert "/l/" in address
    said = Conversation.objects.get()
    assert list(said.contacts.all()) == [cast.clara]
    assert Meeting.objects.get().conversation == said


def test_the_ways_out_of_a_problem_stand_with_what_was_decided_on_it(cast, held):
    held.add_topic(by=cast.lena, title="接口晚了", goal="怎么赶上开业？")
    held.add_topic(by=cast.lena, title="颜色", goal="用什么颜色？")
    late, colour = held.topics.order_by("position")
    for topic, line in (
        (late, "~ 推迟一周"), (late, "~ 先上线一半科室"), (colour, "~ 绿色"), (late, "! 先上线一半科室"),
        (late, "~ 加一个人"), (late, "! 周末加班一次"), (colour, "! 蓝色"),
    ):  # fmt: skip
        write(held, line, cast.lena, topic=topic.pk)
    held.close(by=cast.lena)
    told = {one.text: one.alternatives for one in Decision.objects.all()}
    assert told == {"先上线一半科室": "推迟一周", "周末加班一次": "加一个人", "蓝色": "绿色"}
    assert "Way out: 推迟一周" in Conversation.objects.get().text


def test_nothing_comes_of_it_when_a_reader_closes(cast, held):
    write(held, "! 三个入口", cast.lena)
    with pytest.raises(Forbidden):
        close_and_ask(held, by=cast.rita, contacts=[cast.clara])
    assert not Readback.objects.exists()
    assert not Decision.objects.exists()


def test_it_closes_once(cast, held):
    write(held, "! 三个入口", cast.lena)
    held.close(by=cast.lena)
    with pytest.raises(WrongState):
        Meeting.objects.get().close(by=cast.omar)
    assert Decision.objects.count() == 1


def test_who_came_is_ticked(cast, held):
    held.attend(by=cast.lena, came=[])
    held.close(by=cast.lena)
    assert not Conversation.objects.get().contacts.exists()


def test_the_page_takes_a_line_and_shows_it(cast, held, client):
    where = f"/meetings/{held.reference}/"
    client.force_login(cast.lena)
    answer = client.post(f"{where}write/note/", {"text": "! 三个入口"}, headers={"HX-Request": "true"})
    assert "三个入口" in answer.text
    assert client.post(f"{where}write/note/", {"text": "!"}, headers={"HX-Request": "true"}).status_code == 422
    assert "三个入口" in client.get(f"{where}?line={held.lines.get().pk}").text
    closed = client.post(f"{where}close/", {"contacts": [cast.clara.pk]})
    assert "/l/" in closed.text
    assert closed["Cache-Control"] == "no-store"
    assert "三个入口" in client.get(where).text


def test_who_may_not_write_is_refused(cast, held, client):
    where = f"/meetings/{held.reference}/write/note/"
    for person, status in ((cast.ida, 404), (cast.rita, 403)):
        client.force_login(person)
        assert client.post(where, {"text": "x"}).status_code == status
    assert not held.lines.exists()


def test_the_minutes_are_a_document_in_chinese_and_english(held, cast, client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    for typed in ("! 入口用三个", "> 周五前给第二版", "讨论了导视的颜色"):
        write(held, typed, cast.lena)
    client.force_login(cast.lena)
    address = f"/documents/{held.reference}/minutes.pdf?language="
    chinese, english = (text_of(client.get(address + language).content) for language in ("zh", "en"))
    for words in ("入口用三个", "周五前给第二版", "讨论了导视的颜色", "晴川医疗"):
        assert words in chinese and words in english, words
    assert "Decided" in english and "Decided" not in chinese
    client.force_login(cast.ida)
    assert client.get(address + "en").status_code == 404
