"""Nobody's silence stands for price or scope: in doubt a text is about them."""

import pytest

from zhike.agreements.models import Decision
from zhike.agreements.price_and_scope import is_price_or_scope


@pytest.mark.parametrize("text", [
    "按scope走", "加一个extra页面", "这次给您打9折", "两边各担５０％", "the price stays", "报价不变",
])  # fmt: skip
def test_its_words_are_found_in_either_language_and_where_both_stand_together(text):
    assert is_price_or_scope(Decision(text=text))


@pytest.mark.parametrize("text", ["首页用蓝色", "The home page is blue", "周五开会"])
def test_what_is_about_neither_is_not(text):
    assert not is_price_or_scope(Decision(text=text))
