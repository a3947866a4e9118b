from django.utils.translation import override

from zhike.agreements.words.tests.labelled import rows, score
from zhike.agreements.words.unclear import unclear_in


def test_it_finds_unclear_words_in_texts_that_were_set_apart() -> None:
    told = []
    for label, text in rows("unclear.txt", "apart"):
        words = {one.word.lower() for one in unclear_in(text)} or {"clear"}
        told += [(label, label if label in words else "clear"), *(("clear", word) for word in words - {label, "clear"})]
    figures = score(told, "clear")
    print("unclear", figures)
    assert figures.precision >= 0.85 and figures.recall >= 0.75, figures


def test_it_says_where_why_and_what_to_write_instead() -> None:
    text = "Thanks. We’ll send it ASAP, 我们会尽快。"
    first, second = unclear_in(text)
    assert [(text[one.start : one.end], one.why) for one in (first, second)] == [("ASAP", "time"), ("尽快", "time")]
    with override("zh-hans"):
        assert first.instead == "写明哪一天，必要时写明几点。"


def test_a_clear_word_that_holds_an_unclear_one_is_left_alone() -> None:
    assert unclear_in("Sooner or no later than 3 May. 大概念图在左右两栏。") == []
