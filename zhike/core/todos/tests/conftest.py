"""A to-do of Lena's about her client."""

import pytest

from tests.cast import Cast
from zhike.core.todos.models import Todo
from zhike.core.todos.workflows import add_todo


@pytest.fixture
def todo(cast: Cast) -> Todo:
    return add_todo(cast.qingchuan, by=cast.lena, title="Send the offer")
