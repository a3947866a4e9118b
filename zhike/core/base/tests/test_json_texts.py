"""Texts in JSON from outside."""

import pytest

from zhike.core.base.json_texts import loads


@pytest.mark.parametrize("said", [r'"\ud83d"', r'["x", {"\udc00": 1}]', b'"\xed\xa0\xbd"', r'{"a": "\ud83d\u0041"}'])
def test_half_a_character_is_no_text(said):
    with pytest.raises(ValueError, match="half a character"):
        loads(said)


@pytest.mark.parametrize(
    ("said", "text"), [(r'"\ud83d\ude00"', "😀"), ('"😀"', "😀"), ('"林娜"'.encode(), "林娜"), (b'"plain"', "plain")]
)
def test_whole_ones_are(said, text):
    assert loads(said) == text
