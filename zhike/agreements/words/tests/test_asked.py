import pytest

from zhike.agreements.words.asked import asked_before
from zhike.agreements.words.tests.labelled import rows, score


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_knows_a_question_again_in_pairs_that_were_set_apart(language: str) -> None:
    told = [
        (label, "again" if asked_before(new, [old]) else "other")
        for label, old, new in rows(f"asked.{language}.txt", "apart")
    ]
    figures = score(told, "other")
    print(language, figures)
    assert figures.precision >= 0.85 and figures.recall >= 0.75, figures


def test_it_gives_the_likest_of_several() -> None:
    earlier = ["Who signs off the texts?", "When will the site go live?", "When will the new app go live?"]
    match = asked_before("What is the launch date of the site?", earlier)
    assert match and match.earlier == 1


def test_the_same_words_with_another_question_are_another_question() -> None:
    assert asked_before("Where is the training?", ["When is the training?"]) is None
    assert asked_before("", ["When is the training?"]) is None
