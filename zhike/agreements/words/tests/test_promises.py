from datetime import date, datetime, time
from functools import partial
from time import process_time
from timeit import repeat
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhike.agreements.words.promises import promises_in
from zhike.agreements.words.tests.test_promises_measured import OFFICE_IN_SHANGHAI, OURS, THEIRS

WEDNESDAY = datetime(2026, 9, 16, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
found_in = partial(promises_in, said_at=WEDNESDAY, calendar=OFFICE_IN_SHANGHAI, ours=OURS, theirs=THEIRS)
PIECES = st.sampled_from(
    (
        *(
            "we will ",
            "by Friday ",
            "before the holiday ",
            "if ",
            "not ",
            "send ",
            "’ll ",
            ", ",
            ". ",
            "?",
            "\n",
            " ",
            "20",
        ),
        *(
            "我们",
            "会",
            "给您",
            "发",
            "了",
            "，",
            "。",
            "的",
            "月",
            "号前",
            "周",
            "五前",
            "下",
            "节后",
            "第一个",
            "工作日",
            "二十",
        ),
    )
)


def test_it_quotes_the_sentence_untouched_and_says_where_it_stands() -> None:
    text = "Thanks for the coffee!  We’ll send the draft by Friday. See you."
    (promise,) = found_in(text)
    assert promise.quote == text[promise.start : promise.end] == "We’ll send the draft by Friday."
    assert (promise.side, promise.what, promise.due_on, promise.certainty) == (
        "us",
        "send the draft",
        date(2026, 9, 18),
        "sure",
    )


def test_it_offers_what_lena_types_after_a_call() -> None:
    (promise,) = found_in(
        "陈总确认首页只留三个入口。她担心老人看不清字，希望挂号按钮再大一些。周五下班前给她第二版原型。"
    )
    assert (promise.side, promise.what) == ("us", "给她第二版原型")
    assert (promise.due_on, promise.due_time) == (date(2026, 9, 18), time(18))


def test_it_names_clara_where_clara_promises() -> None:
    promises = found_in("Clara will send us the names by Friday, and we will send the draft on Monday.")
    assert [(one.side, one.who, one.due_on) for one in promises] == [
        ("them", "Clara", date(2026, 9, 18)),
        ("us", "", date(2026, 9, 21)),
    ]


def test_we_in_a_clients_mail_is_the_client() -> None:
    (promise,) = found_in("我们周四把科室名单发过去", said_by="them")
    assert (promise.side, promise.due_on) == ("them", date(2026, 9, 17))


def test_it_counts_make_up_days_and_skips_holidays() -> None:
    before_holidays = datetime(2026, 9, 30, 15, tzinfo=ZoneInfo("Asia/Shanghai"))
    (promise,) = promises_in("我们三个工作日内给您答复。", before_holidays, calendar=OFFICE_IN_SHANGHAI)
    assert promise.due_on == date(2026, 10, 10), "8 and 9 October, and Saturday the 10th, which is worked"


def test_it_reads_the_day_in_the_zone_of_the_calendar() -> None:
    tuesday_evening_in_london = datetime(2026, 9, 15, 21, tzinfo=ZoneInfo("Europe/London"))
    (promise,) = promises_in("I'll call you tomorrow.", tuesday_evening_in_london, calendar=OFFICE_IN_SHANGHAI)
    assert promise.due_on == date(2026, 9, 17), "in Shanghai it is Wednesday already"


def test_it_promises_nothing_for_a_day_that_is_no_day() -> None:
    (promise,) = found_in("We will send it on 31 November.")
    assert promise.due_on is None


def test_it_refuses_a_moment_without_zone() -> None:
    with pytest.raises(ValueError):
        promises_in("We will send it.", datetime(2026, 9, 16), calendar=OFFICE_IN_SHANGHAI)


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES | st.text(max_size=4), max_size=40).map("".join), st.sampled_from(["us", "them"]))
def test_whatever_is_typed_it_answers_with_places_in_the_text(text: str, said_by: str) -> None:
    for promise in found_in(text, said_by=said_by):
        assert text[promise.start : promise.end] == promise.quote
        assert not promise.due_on or promise.due_on >= WEDNESDAY.date()


@pytest.mark.parametrize("unit", ["we will ", "下周", "20", "  ", "我们会发", "周五前，给", "will be a ", "等"])
def test_a_text_eight_times_as_long_takes_about_eight_times_as_long(unit: str) -> None:
    def least(text: str) -> float:
        return min(repeat(lambda: found_in(text), timer=process_time, number=1, repeat=2))

    short = unit * (1_200 // len(unit))
    assert least(short * 8) < 8 * 4 * max(least(short), 0.0005)
