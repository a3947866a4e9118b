"""How much the words leave open."""

from hypothesis import given
from hypothesis import strategies as st

from zhike.agreements.words.unclear import unclear_in
from zhike.domains.requirements.ambiguity import UNCLEAR, ambiguity
from zhike.domains.requirements.shown import bars, marked

VAGUE = ["soon", "several", "user-friendly", "if possible", "someone", "尽快", "若干", "等等", "原则上", "有关部门"]


def test_clear_words_score_nothing() -> None:
    assert ambiguity("The home page keeps three entries from 3 May on.").score == 0
    assert ambiguity("首页只留三个入口，5月3日上线。").score == 0


def test_the_words_that_cause_it_are_named() -> None:
    found = ambiguity("尽快把首页做得大气一些")
    assert [one.word for one in found.words] == [one.word for one in unclear_in("尽快把首页做得大气一些")]
    assert found.unmeasured and found.is_unclear and found.score == 71  # 1 - 0.75 · 0.65 · 0.75 · 0.8


def test_what_one_can_tell_it_by_counts() -> None:
    assert ambiguity("The site is fast to use", "under 2 seconds").score < ambiguity("The site is fast to use").score


def test_a_heading_is_no_requirement() -> None:
    assert ambiguity("搜索").heading and not ambiguity("访客按科室搜索医生").heading


@given(st.lists(st.sampled_from(VAGUE), max_size=12), st.sampled_from(VAGUE))
def test_each_unclear_word_makes_it_worse_and_none_the_worst(words: list[str], one: str) -> None:
    said = "The page shows three entries. " + ". ".join(words)
    less, more = ambiguity(said).score, ambiguity(f"{said}. {one}").score
    assert 0 <= less <= more <= 100


def test_the_marks_stand_where_the_words_stand() -> None:
    text = "<b>soon</b> 尽快"
    shown = marked(text, ambiguity(text))
    assert "&lt;b&gt;<mark" in shown and ">soon</mark>" in shown and ">尽快</mark>" in shown
    assert len([one for one in bars(UNCLEAR) if one == "used last"]) == 4
