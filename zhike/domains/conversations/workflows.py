"""Logging a conversation: what follows from it is done in the same transaction."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from zhike.agreements.twins.models import Twin
from zhike.clients.follow_ups import refresh_follow_ups
from zhike.core.lifecycle.verbs import again_on_deadlock
from zhike.core.timeline.kinds import EventKind
from zhike.core.timeline.moment import moment
from zhike.core.todos.workflows import add_todo
from zhike.domains.conversations.engaging import note_crossings
from zhike.domains.conversations.last_contact import refresh_last_contact
from zhike.domains.conversations.models import Conversation, Direction, Kind, State
from zhike.domains.conversations.recalling import keep
from zhike.domains.conversations.wished import unwished


@again_on_deadlock
def log(
    *, by: Any, tells: EventKind | None = None, facts: dict[str, Any] | None = None, twin: str = "", prevails: str = "",
    subject_twin: str = "", **values: Any,
) -> Conversation:  # fmt: skip
    """Add the conversation, with the twins of its text and subject where it was written in both languages; answer what
    waited for it; make the follow-up a to-do. The client's page tells both at once. Raises Forbidden.
    """
    values["author"] = values.get("author") or by
    with transaction.atomic():
        people = [contact.called for contact in values.get("contacts", ())] or [str(values["client"])]
        told = {"people": people, "direction": values.get("direction", Direction.OUT)}
        values["unwished"] = _unwished(values)
        conversation = Conversation.objects.add(by=by, facts=told | (facts or {}), tells=tells, **values)
        pairs = ("subject", conversation.subject, subject_twin), ("text", conversation.text, twin, prevails)
        Twin.objects.pair(conversation, [one for one in pairs if one[2]], by=by)
        if conversation.kind != Kind.NOTE:
            refresh_last_contact([conversation.client_id])
        if conversation.direction == Direction.OUT and conversation.kind != Kind.NOTE:
            _answer_waiting(conversation, by)
        if conversation.direction == Direction.IN and conversation.kind != Kind.NOTE:
            _hear_what_was_asked(conversation, by)
        if conversation.follow_up_on:
            title = conversation.next_step or gettext("Follow up: %(about)s") % {"about": str(conversation)[:120]}
            add_todo(conversation, by=by, title=title, owner=conversation.author, due_on=conversation.follow_up_on)
            refresh_follow_ups([conversation.client_id])
        keep(conversation)
        note_crossings(conversation, by=by)
    return conversation


def _unwished(values: dict[str, Any]) -> list[dict[str, Any]]:
    said = {"kind": Kind.CALL, "direction": Direction.OUT, "text": "", "contacts": ()} | values
    return unwished(**said, at=values.get("happened_at") or moment())


def _answer_waiting(answer: Conversation, by: Any) -> None:
    """What the same people (or anyone, when the answer names nobody) asked before it is answered now."""
    for question in _before(answer, State.WAITING):
        question.answer(by=by, at=answer.happened_at)


def _hear_what_was_asked(answer: Conversation, by: Any) -> None:
    """What we asked the same people before has its answer."""
    for question in _before(answer, State.ASKED):
        question.hear(by=by, at=answer.happened_at)


def _before(answer: Conversation, state: str) -> Iterator[Conversation]:
    """Earlier ones in this state with the same people, or with whoever, where one of both names nobody."""
    waiting = Conversation.objects.filter(
        client=answer.client_id, state=state, archived_at=None, happened_at__lt=answer.happened_at
    )
    people = {contact.pk for contact in answer.contacts.all()}
    for question in waiting.prefetch_related("contacts"):
        asked = {contact.pk for contact in question.contacts.all()}
        if not people or not asked or people & asked:
            yield question
