"""A rule is refused in words that say where and why."""

import pytest
from django.core.exceptions import ValidationError

from zhike.clients.rules.reading import DEEPEST, MOST_CONDITIONS, read

GOOD = {"field": "industry", "is": "Care"}


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (None, "made of conditions"),
        ("industry", "made of conditions"),
        ({}, "all"),
        ({"all": []}, "at least one condition"),
        ({"all": GOOD}, "at least one condition"),
        ({"all": [GOOD], "any": [GOOD]}, "nothing else"),
        ({"some": [GOOD]}, "nothing else"),
        ({"field": "shoe_size", "is": 42}, "no field “shoe_size”"),
        ({"field": ["industry"], "is": 42}, "no field"),
        ({"field": "own_nothing", "is": 42}, "no field"),
        ({"field": "industry"}, "needs one operator"),
        ({"field": "industry", "is": "a", "holds": "b"}, "needs one operator"),
        ({"field": "industry", "at_least": 3}, "cannot be asked by “at_least”"),
        ({"field": "industry", "is": ""}, "Industry: "),
        ({"field": "industry", "is": "x" * 201}, "at most 200"),
        ({"field": "industry", "any_of": ["a\0b"]}, "Null"),
        ({"field": "size", "any_of": ["huge"]}, "Size: "),
        ({"field": "size", "any_of": "1-9"}, "list"),
        ({"field": "owner", "any_of": [10**9]}, "Owner: "),
        ({"field": "created_at", "last_days": -1}, "greater than or equal to 0"),
        ({"field": "created_at", "last_days": 10**9}, "less than or equal to"),
        ({"field": "created_at", "on": "31 June"}, "valid date"),
        ({"field": "created_at", "on": "9999-12-31"}, "between 1900 and 2199"),
        ({"field": "created_at", "between": ["2026-05-02", "2026-05-01"]}, "larger"),
        ({"field": "created_at", "between": ["2026-05-02"]}, "both ends"),
        ({"field": "created_at", "in": "this_century"}, "Added: "),
        ({"field": "open_todos", "at_least": "many"}, "Enter a number"),
        ({"field": "industry", "empty": False}, "Industry: "),
        ({"all": [GOOD] * (MOST_CONDITIONS + 1)}, "at most 50"),
    ],
)
def test_it_refuses(cast, said, words):
    with pytest.raises(ValidationError) as refused:
        read(said)
    assert words in " ".join(refused.value.messages)


def test_it_refuses_what_stands_too_deep(cast):
    said = GOOD
    for _level in range(DEEPEST - 1):
        said = {"not": said}
    read(said)
    with pytest.raises(ValidationError, match="deep"):
        read({"any": [said]})


def test_it_counts_the_conditions_of_all_groups(cast):
    with pytest.raises(ValidationError, match="at most 50"):
        read({"all": [{"any": [GOOD] * 26}, {"any": [GOOD] * 26}]})
