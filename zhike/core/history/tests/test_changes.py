"""What an edit changed, as the timeline says it."""

import pytest
from django.utils import timezone, translation

from tests.cast import Cast
from zhike.core.fields.models import FieldDefinition
from zhike.core.history.changes import changes
from zhike.core.resources.registry import RESOURCES
from zhike.core.timeline.models import Event


def test_it_says_lists_choices_and_plain_words(cast: Cast) -> None:
    cast.qingchuan.amend(by=cast.lena, tags=["VIP", "fair"], size="10-49", industry="Devices")
    told = {field: now for field, _was, now in changes(Event.objects.latest("pk"), RESOURCES["clients"])}
    assert told == {"Tags": "VIP, fair", "Size": "10–49 people", "Industry": "Devices"}


@pytest.mark.parametrize(("language", "said"), [
    ("en", ["3 May 2026", "09:30", "Yes", "1,200.5", "–", "Wed 13 May 2026, 14:00"]),
    ("zh-hans", ["2026年5月3日", "09:30", "是", "1200.5", "–", "2026年5月13日周三 14:00"]),
])  # fmt: skip
def test_days_hours_and_numbers_read_as_they_do_elsewhere(cast: Cast, language: str, said: list[str]) -> None:
    kept = {"due_on": "2026-05-03", "due_time": "09:30:00"}, {"required": True}, {"hours": "1200.5", "hours_low": None}
    types = ("todos.todo", "fields.fielddefinition", "projects.task")
    moment = {"happened_at": "2026-05-13T06:00:00+00:00"}
    told = []
    with translation.override(language), timezone.override("Asia/Shanghai"):
        for record_type, values in (*zip(types, kept, strict=True), ("conversations.conversation", moment)):
            changed = {name: [None, value] for name, value in values.items()}
            event = Event(kind="edited", record_type=record_type, facts={"changed": changed})
            told += [now for _field, _was, now in changes(event, None)]
    assert told == said


def test_own_fields_read_by_their_kind(cast: Cast) -> None:
    own = {"record_type": "clients.client", "label": "x", "by": cast.ada}
    for kind in ("date", "boolean", "money"):
        FieldDefinition.objects.add(**own | {"key": kind, "kind": kind})
    kept = {"own_date": "2026-05-03", "own_boolean": False, "own_money": {"amount": "1200", "currency": "CNY"}}
    changed = {name: [None, value] for name, value in kept.items()}
    event = Event(kind="edited", record_type="clients.client", facts={"changed": changed})
    assert [now for _field, _was, now in changes(event, None)] == ["3 May 2026", "No", "CN¥1,200.00"]


def test_what_an_old_event_kept_in_another_shape_reads_as_it_stands(cast: Cast) -> None:
    changed = {"due_on": ["soon", None], "gone": ["2026-05-03", "x"]}
    event = Event(kind="edited", record_type="todos.todo", facts={"changed": changed})
    assert changes(event, None) == [("Due", "soon", "–"), ("gone", "2026-05-03", "x")]
