"""What an edit changed, as the timeline says it."""

from tests.cast import Cast
from zhike.core.history.changes import changes
from zhike.core.resources.registry import RESOURCES
from zhike.core.timeline.models import Event


def test_it_says_lists_choices_and_plain_words(cast: Cast) -> None:
    cast.qingchuan.amend(by=cast.lena, tags=["VIP", "fair"], size="10-49", industry="Devices")
    told = {field: now for field, _was, now in changes(Event.objects.latest("pk"), RESOURCES["clients"])}
    assert told == {"Tags": "VIP, fair", "Size": "10–49 people", "Industry": "Devices"}
