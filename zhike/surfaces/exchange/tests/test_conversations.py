"""Importing conversations: linked by whatever the file says, standing in the timeline where they happened."""

from datetime import UTC, date, datetime

from tests.cast import Cast
from zhike.core.base.tests.books import book
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event
from zhike.domains.conversations.models import Conversation
from zhike.surfaces.exchange.tests.conftest import Bring

FILE = """客户,联系人,方式,方向,内容,时间,时长,负责人,下次跟进
杭州晴川医疗科技有限公司,陈岚,电话,呼入,问到交付日期,2026-03-05 14:30,12,lena@zhike.example,2026-03-09
,陈岚、无名氏,微信,,确认了报价,2026年3月6日,,Nobody,
Atlantis,,电话,,x,2026-03-05,,,
晴川医疗,,电话,,,改天,,,
"""


def counts(of: object) -> tuple[int, ...]:
    return of.created, of.updated, of.unchanged, of.rejected  # type: ignore[attr-defined]


def test_they_go_in_with_their_people_kinds_and_moments(cast: Cast, bring: Bring) -> None:
    of = bring("conversations", cast.lena, FILE)
    assert counts(of) == (2, 0, 0, 2)
    call, chat = Conversation.objects.order_by("happened_at")
    assert (call.kind, call.direction, call.minutes, call.author) == ("call", "in", 12, cast.lena)
    assert call.happened_at == datetime(2026, 3, 5, 6, 30, tzinfo=UTC)
    assert (chat.kind, chat.client, list(chat.contacts.all())) == ("chat", cast.qingchuan, [cast.clara])
    assert of.warnings == {"联系人": {"无名氏": 1}, "负责人": {"Nobody": 1}, "下次跟进": {"2026-03-09": 1}}


def test_each_wrong_cell_of_a_row_is_named(cast: Cast, bring: Bring) -> None:
    of = bring("conversations", cast.lena, FILE)
    unknown, undated = (reject.faults for reject in of.rejects.order_by("row"))
    assert [fault[:1] + fault[2:3] for fault in unknown] == [["客户", "Atlantis"]]
    assert {fault[0] for fault in undated} >= {"时间", "内容"} and "改天" in undated[-1][3] + undated[0][3]


def test_they_stand_where_they_happened_and_count_as_contact(cast: Cast, bring: Bring) -> None:
    bring("conversations", cast.lena, FILE)
    call = Conversation.objects.earliest("happened_at")
    event = Event.objects.get(record_type="conversations.conversation", record_id=call.pk)
    assert (event.kind, event.at) == ("record.imported", call.happened_at)
    deliver_all()
    cast.qingchuan.refresh_from_db()
    assert cast.qingchuan.last_channel == "chat"


def test_a_second_run_makes_nothing_and_equal_rows_are_kept_apart(cast: Cast, bring: Bring) -> None:
    file = (
        "Client,Type,Notes,When\n" + "晴川医疗,Call,No answer,2026-03-05\n" * 3 + "晴川医疗,Call,Reached,2026-03-05\n"
    )
    cast.qingchuan.amend(by=cast.lena, name="晴川医疗")
    assert counts(bring("conversations", cast.lena, file)) == (4, 0, 0, 0)
    assert counts(bring("conversations", cast.lena, file)) == (0, 0, 4, 0)
    assert counts(bring("conversations", cast.lena, file + "晴川医疗,Call,No answer,2026-03-05\n")) == (1, 0, 4, 0)


def test_an_outside_number_finds_its_conversation_again(cast: Cast, bring: Bring) -> None:
    file = "External ID,Client,Contact,Notes\n7,{client},,first\n"
    bring("conversations", cast.lena, file.format(client=cast.qingchuan.reference))
    of = bring(
        "conversations", cast.lena, f"External ID,Client,Contact,Notes\n7,{cast.qingchuan.reference},陈岚,second\n"
    )
    found = Conversation.objects.get(external_id="7")
    assert (counts(of), found.text, list(found.contacts.all())) == ((0, 1, 0, 0), "second", [cast.clara])


def test_a_workbook_goes_in_as_well(cast: Cast, bring: Bring) -> None:
    rows = [["Client", "When", "Notes"], [cast.qingchuan.reference, date(2026, 3, 5), 42]]
    of = bring("conversations", cast.lena, book({"Calls": rows}), "calls.xlsx")
    found = Conversation.objects.get()
    assert (counts(of), of.sheet, found.text) == ((1, 0, 0, 0), "Calls", "42")
