import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhike.agreements.words.differences import differences
from zhike.agreements.words.tests.labelled import rows, score


def test_it_finds_what_differs_between_twins_that_were_set_apart() -> None:
    told = []
    for label, english, chinese in rows("differences.txt", "apart"):
        kinds = {difference.kind for difference in differences(english, chinese)} or {"none"}
        told += [(label, label if label in kinds else "none"), *(("none", kind) for kind in kinds - {label, "none"})]
    figures = score(told, "none")
    print("twins", figures)
    assert figures.precision >= 0.9 and figures.recall >= 0.9, figures


def test_it_shows_both_words() -> None:
    (difference,) = differences("The price is 12,000 yuan. Thank you.", "价格为12万元。谢谢。")
    assert (difference.kind, difference.first, difference.second) == ("number", "12,000 yuan", "12万元")


@pytest.mark.parametrize(
    ("english", "chinese"), [("Ready on 3 May, 20%.", "5月3日完成，百分之二十。"), ("1.5 million euros", "150万欧元")]
)
def test_it_reads_numbers_and_days_in_both_ways_of_writing(english: str, chinese: str) -> None:
    assert differences(english, chinese) == differences(chinese, english) == []


@given(st.text(max_size=80))
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert differences(text, text) == []
