"""References within a text are links, in whichever language the text is."""

import pytest

from zhike.core.resources.reader import Reader
from zhike.core.resources.tracing import named_in


@pytest.mark.parametrize("said", ["see CL-{} again", "见CL-{}的附件", "（CL-{}）", "CL-{}", "见：CL-{}。"])
def test_a_reference_is_a_link_also_where_chinese_stands_right_beside_it(cast, said):
    text = said.format(cast.qingchuan.pk)
    assert f'<a href="/clients/{cast.qingchuan.reference}/">{cast.qingchuan.reference}</a>' in Reader().with_links(text)
    assert named_in(text, cast.lena) == cast.qingchuan


@pytest.mark.parametrize("said", ["XCL-{}", "CL-{}x", "CL-0{}"])
def test_what_only_looks_like_one_is_none(cast, said):
    text = said.format(cast.qingchuan.pk)
    assert Reader().with_links(text) == text
    assert named_in(text, cast.lena) is None
