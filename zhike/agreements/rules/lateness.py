"""Answers that came after the time of a clause, or have not come."""

from collections.abc import Iterable

from django.apps import apps
from django.db import transaction

from zhike.agreements.rules.choices import How
from zhike.agreements.rules.compiling import compiled
from zhike.agreements.rules.models import ClauseClock, Crossing
from zhike.core.access.models import User


def note_late(deadlines: Iterable[int]) -> None:
    """Note each of these clocks that runs by a clause as a rule not kept. Twice changes nothing."""
    system = User.objects.system()
    for clock in ClauseClock.objects.filter(deadline__in=list(deadlines)).select_related("deadline", "clause__client"):
        deadline, rule = clock.deadline, compiled(clock.clause)
        record = apps.get_model(deadline.record_type)._base_manager.filter(pk=deadline.record_id).first()
        if rule and record:
            with transaction.atomic():
                Crossing.objects.note(rule, How.LATE, record, by=system, at=deadline.due_at)
