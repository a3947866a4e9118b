"""Asking for a decision."""

from typing import Any

from django.apps import apps
from django.db import IntegrityError, transaction
from django.utils import timezone

from zhike.core.approval import events
from zhike.core.approval.deciders import Bench, bench
from zhike.core.approval.digest import digest
from zhike.core.approval.errors import AlreadyAsked
from zhike.core.approval.models import Approval, Delegation, Seat
from zhike.core.approval.registry import QUESTIONS, Question
from zhike.core.clock.models import Calendar
from zhike.core.clock.working_time import add_days
from zhike.core.lifecycle.verbs import again_on_deadlock
from zhike.core.record.amending import told
from zhike.core.timeline.moment import moment


@again_on_deadlock
def ask(name: str, record: Any, *, by: Any, proposed: dict[str, Any], reason: str = "") -> Approval:
    """Ask the question of this name about the record. `proposed` are the values to be agreed to, records among them.

    Raises Forbidden, AlreadyAsked, NobodyDecides.
    """
    question = QUESTIONS[name]
    with transaction.atomic():
        record = type(record)._base_manager.select_for_update(no_key=True).get(pk=record.pk)
        seats = bench(question.deciders(record, by), asking=by)
        values = _asked(question, record, told(proposed)) | _times(question) | {"asked_by": by, "alone": seats.alone}
        approval = _add(values | {"reason": reason.strip()}, by, seats)
        Seat.objects.bulk_create([Seat(approval=approval, person=person) for person in seats.people])
    return approval


def _asked(question: Question, record: Any, proposed: dict[str, Any]) -> dict[str, Any]:
    """What is asked about the record as it stands now."""
    return {
        "question": question.name,
        "record_type": record._meta.label_lower,
        "record_id": record.pk,
        "client": _client_of(record),
        "about": str(record)[:200],
        "was": {one: told(record.read(one)) for one in question.watches},
        "proposed": proposed,
        "digest": digest(question, record, proposed),
        "lasts": question.lasts,
        "needed": question.needed,
    }


def _add(values: dict[str, Any], by: Any, seats: Bench) -> Approval:
    facts = {"deciders": told(_told_to(seats.people)), "reason": values["reason"]}
    try:
        with transaction.atomic():
            added: Approval = Approval.objects.add(by=by, tells=events.ASKED, facts=facts, **values)
            return added
    except IntegrityError as error:
        same = {name: values[name] for name in ("question", "record_type", "record_id")}
        if waiting := Approval.objects.waiting().filter(**same).first():
            raise AlreadyAsked(waiting) from error
        raise


def _told_to(people: list[Any]) -> list[Any]:
    """Those who may decide, and who acts for them today."""
    given = Delegation.objects.running(timezone.localdate(moment())).filter(person__in=people).select_related("deputy")
    return list(dict.fromkeys([*people, *(one.deputy for one in given)]))


def _client_of(record: Any) -> Any:
    number = getattr(record, "timeline_client_id", None)
    return apps.get_model("clients.Client")._base_manager.filter(pk=number).first() if number else None


def _times(question: Question) -> dict[str, Any]:
    """In working days of the company's calendar."""
    now = moment()
    working = Calendar.objects.default().working(now.date())
    return {
        "remind_at": add_days(working, now, question.remind) if question.remind else None,
        "expires_at": add_days(working, now, question.days) if question.days else None,
    }
