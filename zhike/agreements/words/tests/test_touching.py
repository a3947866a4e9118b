import pytest

from zhike.agreements.words.tests.labelled import lines, rows, score
from zhike.agreements.words.touching import Decided, touches

NAMES = ("Clara", "Emil", "陈岚", "郑工")


def verdict(decision: str, statement: str) -> str:
    return next((touch.verdict for touch in touches(statement, [decision], names=NAMES)), "unrelated")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_tells_reversals_from_repetitions_in_pairs_that_were_set_apart(language: str) -> None:
    told = [(label.split()[0], verdict(old, new)) for label, old, new in rows(f"touches.{language}.txt", "apart")]
    reversals = score(
        ((label if label == "contradicts" else "", found if found == "contradicts" else "") for label, found in told),
        "",
    )
    any_touch = score(told, "unrelated")
    print(language, "contradictions", reversals, "all", any_touch)
    assert reversals.precision >= 0.9 and reversals.recall >= 0.8, reversals
    assert any_touch.precision >= 0.85 and any_touch.recall >= 0.75, any_touch


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_is_measured_on_enough_pairs_of_every_kind(language: str) -> None:
    labels = [line.split(" | ")[0] for line in lines(f"touches.{language}.txt")]
    assert len(labels) >= 60
    assert {"contradicts number", "contradicts negated", "same -", "unrelated -"} <= set(labels)


def test_it_says_which_decision_and_why() -> None:
    decisions = ["The launch is on 12 June.", "The home page keeps three entries.", "Guests can register online."]
    (touch,) = touches("Clara now wants five entries on the home page.", decisions)
    assert (touch.decision, touch.verdict, touch.why) == (1, "contradicts", "number")
    assert "homepage" in touch.shared


def test_a_denied_opposite_is_no_contradiction() -> None:
    assert verdict("Comments are private.", "Comments are not public.") != "contradicts"


def test_it_finds_the_one_among_thousands() -> None:
    decided = Decided([f"Article {n} about subject{n} is kept." for n in range(2_000)] + ["首页只留三个入口。"])
    (touch,) = decided.touched_by("首页放五个入口吧。")
    assert (touch.decision, touch.verdict) == (2_000, "contradicts")


def test_nothing_touches_nothing() -> None:
    assert touches("", ["首页只留三个入口。"]) == touches("Hello!", []) == touches("…", [""]) == []
