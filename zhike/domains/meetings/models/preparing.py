"""The agenda of a meeting: topics put on it, changed, taken off, sent round."""

from typing import Any

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from zhike.core.base.listing import listed
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.domains.meetings import events
from zhike.domains.meetings.choices import State
from zhike.domains.meetings.inviting import reachable, send_agenda
from zhike.domains.meetings.models.scheduling import stands
from zhike.domains.meetings.models.topic import Topic
from zhike.domains.meetings.steps import ChangeTopicForm, MailForm, TopicForm

OPEN = (State.PLANNED, State.HELD)


def _can_be_sent(meeting: Any) -> bool:
    return stands(meeting) and meeting.topics.filter(parked=False).exists() and bool(reachable(meeting))


class Preparing:
    @transition(
        source=OPEN, may=may_work, when=stands, tells=events.ADDED_TOPIC, label=_("Add a topic"), icon="plus",
        form=TopicForm,
    )  # fmt: skip
    def add_topic(self: Any, *, by: Any, title: str, **said: Any) -> dict[str, Any]:
        """`said`: goal, minutes, person, contact, parked. It comes last."""
        last = self.topics.aggregate(last=Max("position"))["last"] or 0
        topic = Topic.objects.create(meeting=self, title=title, position=last + 1, **said)
        return {"name": str(self), "title": title, "topic": topic.pk}

    @transition(
        source=OPEN, may=may_work, when=stands, tells=events.CHANGED_TOPIC, label=_("Change a topic"), icon="list",
        form=ChangeTopicForm,
    )  # fmt: skip
    def change_topic(self: Any, *, by: Any, topic: Any, what: str) -> dict[str, Any]:
        """`what`: up, down, park, take up, done, open, drop."""
        if what == "drop":
            topic.delete()
        elif what in ("up", "down"):
            _swap(self, topic, -1 if what == "up" else 1)
        else:
            column, value = {"park": ("parked", True), "take_up": ("parked", False), "done": ("done", True)}.get(
                what, ("done", False)
            )
            Topic.objects.filter(pk=topic.pk).update(**{column: value})
        return {"name": str(self), "title": topic.title, "what": what}

    @transition(
        source=State.PLANNED, may=may_work, when=_can_be_sent, tells=events.SENT_AGENDA, label=_("Send the agenda"),
        icon="send", form=MailForm,
    )  # fmt: skip
    def send_agenda(self: Any, *, by: Any, anyway: bool = False) -> dict[str, Any]:
        """By mail, to those of theirs who have an address."""
        letters = send_agenda(self, by=by, anyway=anyway)
        return {"name": str(self), "who": listed(letter.to_name for letter in letters)}


def _swap(meeting: Any, topic: Topic, step: int) -> None:
    """One place up or down; at the end nothing happens."""
    order = list(meeting.topics.filter(parked=topic.parked))
    place = next(n for n, one in enumerate(order) if one.pk == topic.pk)
    other = place + step
    if 0 <= other < len(order):
        order[place], order[other] = order[other], order[place]
    for number, one in enumerate(order, start=1):
        one.position = number
    Topic.objects.bulk_update(order, ["position"])
