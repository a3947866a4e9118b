"""Colleagues offered while an @ is typed."""

import pytest

from tests.cast import Cast
from zhike.core.discussion.suggesting import suggested


@pytest.mark.parametrize("typed", ["le", "林", "lin", "ln", "LENA 林"])
def test_it_finds_by_name_pinyin_and_initials(cast: Cast, typed: str) -> None:
    assert suggested(typed, cast.qingchuan) == [cast.lena]


def test_it_offers_only_those_who_see_the_record(cast: Cast) -> None:
    assert cast.ida not in suggested("", cast.qingchuan)
    assert suggested("ida", cast.tramlight) == [cast.ida]
