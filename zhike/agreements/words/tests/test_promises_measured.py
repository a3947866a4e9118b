"""How well promises are found: precision, recall and due dates, on the sentences that were set apart."""

from typing import NamedTuple

import pytest

from zhike.agreements.words.promises import Found, promises_in
from zhike.agreements.words.tests.labelled import Labelled, Part, lines, promises
from zhike.core.clock.assembling import assembled
from zhike.core.clock.hours import OFFICE

OFFICE_IN_SHANGHAI = assembled("Asia/Shanghai", "CN", OFFICE, {}, {}, range(2025, 2029))
OURS, THEIRS = ("Lena", "林娜", "Omar", "欧玛"), ("Clara", "陈岚", "陈总", "Emil")


class Measured(NamedTuple):
    precision: float
    recall: float
    dates: float
    sentences: int
    without: int


def found_in(example: Labelled) -> list[Found]:
    return promises_in(
        example.said,
        example.said_at,
        calendar=OFFICE_IN_SHANGHAI,
        said_by=example.said_by,
        ours=OURS,
        theirs=THEIRS,
    )


def measured(language: str, part: Part) -> Measured:
    examples = promises(language, part)
    found = [(example, found_in(example)) for example in examples]
    right = [(example, some) for example, some in found if example.side in {one.side for one in some}]
    offered = sum(len(some) for _example, some in found)
    dated = [some[0].due_on == example.on and some[0].due_time == example.at for example, some in right]
    without = sum(example.side is None for example in examples)
    return Measured(
        len(right) / offered,
        len(right) / (len(examples) - without),
        sum(dated) / len(right),
        len(examples),
        without,
    )


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_finds_the_promises_of_sentences_that_were_set_apart(language: str) -> None:
    figures = measured(language, "apart")
    print(language, figures)
    assert figures.precision >= 0.9 and figures.recall >= 0.8 and figures.dates >= 0.9, figures


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_is_measured_on_enough_sentences_of_which_enough_promise_nothing(language: str) -> None:
    said = [line.split(" | ", 1) for line in lines(f"promises.{language}.txt") if " | " in line]
    without = sum(label == "none" for label, _sentence in said)
    assert len(said) >= 150 and without >= 0.4 * len(said)
    assert len({sentence for _label, sentence in said}) == len(said)
