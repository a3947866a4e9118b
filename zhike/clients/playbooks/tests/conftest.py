"""A playbook of Mona's: two to-dos at once, a third when the first is done."""

import pytest

from tests.cast import Cast
from zhike.clients.playbooks.lines import Line
from zhike.clients.playbooks.models import Playbook

LINES = (
    Line("Say welcome", "By telephone.", days=0),
    Line("Send the rules of engagement", who="deputy", days=2),
    Line("Ask how it went", days=5, after=1),
)


@pytest.fixture
def welcome(cast: Cast) -> Playbook:
    lines = [line.kept for line in LINES]
    made: Playbook = Playbook.objects.add(by=cast.mona, name="Welcome", keeper=cast.mona, lines=lines)
    return made
