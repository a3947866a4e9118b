"""The clock's part: reminders on their day, and what follows when the last day is over. Each wait by itself.

Run twice, or killed in between, it does nothing twice: each wait is locked, looked at afresh, and moves on in the same
transaction as its letters.
"""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from zhike.agreements.choices import How, State
from zhike.agreements.silence.beginning import entry_of, last_act, never_by_silence
from zhike.agreements.silence.choices import Outcome, RuleState, Told, WaitState, Why
from zhike.agreements.silence.client_days import ClientDays, today_at
from zhike.agreements.silence.models import Wait
from zhike.agreements.silence.reminding import give_todo, remind, tell
from zhike.clients.dates.zones import latest_day
from zhike.core.access.models import User
from zhike.core.approval.deciders import above
from zhike.core.base.languages import language_for
from zhike.core.timeline.models import Event
from zhike.core.timeline.moment import moment

# Of a higher floor, therefore by name: mail that came, and what colleagues noted of calls, messages and visits.
FROM_THEM = tuple(f"conversation.{one}" for one in ("arrived", "wrote", "rang", "messaged", "seen", "came"))


def sweep(now: datetime | None = None) -> None:
    """All waits whose reminder or end has come."""
    now = now or moment()
    running = Wait.objects.filter(state=WaitState.RUNNING)
    for readback in running.exclude(remind_on=None).values_list("readback", flat=True).distinct().order_by("readback"):
        _remind_of(readback, now)
    for pk in list(
        running.filter(until__lt=latest_day(now), remind_on=None).order_by("pk").values_list("pk", flat=True)
    ):
        _end(pk, now)


@transaction.atomic
def _remind_of(readback: int, now: datetime) -> None:
    """The waits of one read-back whose reminder is due, on a day when they work."""
    due = []
    for wait in _locked(readback=readback).exclude(remind_on=None):
        today = today_at(wait.client, wait.contact, now)
        if answered(wait):
            wait.answer(by=User.objects.system())
        elif wait.remind_on <= today and ClientDays(wait.client, today).works(today):
            due.append(wait)
    for number in sorted({wait.reminded for wait in due}):
        some = [wait for wait in due if wait.reminded == number]
        remind(some, today_at(some[0].client, some[0].contact, now))


@transaction.atomic
def _end(pk: int, now: datetime) -> None:
    wait = _locked(pk=pk).first()
    if wait is None or not is_over(wait, now):
        return
    entry, by = entry_of(wait), User.objects.system()
    if answered(wait, entry):
        wait.answer(by=by)
    elif wait.outcome == Outcome.PAUSED:
        wait.pause(by=by)
        tell([wait], Told.OUTCOME, "silence/paused", {})
    elif why := what_forbids(wait, entry):
        _escalate(wait, why, today_at(wait.client, wait.contact, now))
    else:
        entry.confirm(by=by, contact=wait.contact, how=How.SILENCE)
        wait.accept(by=by)
        tell([wait], Told.OUTCOME, "silence/accepted", {})


def is_over(wait: Wait, now: datetime) -> bool:
    """Whether the last day is over where they are, by the calendar as it is known today as well."""
    today = today_at(wait.client, wait.contact, now)
    by_now = ClientDays(wait.client, wait.begun_on).after(wait.begun_on, wait.rule.days)
    return today > max(wait.until, by_now)


def answered(wait: Wait, entry: Any = None) -> bool:
    """Whether anything was said about it since: any act of the entry, or any word of theirs that reached us."""
    entry = entry or wait.entry
    return entry.state != State.PROPOSED or last_act(entry) != wait.last_act or _spoke(wait)


def _spoke(wait: Wait) -> bool:
    """Whatever reached us from the client since counts as an answer: a person has to look whether it is one."""
    return Event.objects.filter(client=wait.client_id, kind__in=FROM_THEM, at__gt=wait.created_at).exists()


def what_forbids(wait: Wait, entry: Any) -> str:
    """Why silence is no yes here; "" where it is. Everything is looked at again, whatever the wait began with."""
    notices = list(wait.notices.exclude(told=Told.OUTCOME).select_related("letter"))
    reminders = [one for one in notices if one.told == Told.REMINDED]
    if wait.outcome != Outcome.ACCEPTED:
        return Why.NOBODY
    if entry.held_for:
        return Why.APPROVAL
    if never_by_silence(entry):
        return Why.NEVER
    if wait.rule.state != RuleState.IN_FORCE or wait.rule.outcome != Outcome.ACCEPTED:
        return Why.RULE
    if not any(one.told == Told.ASKED for one in notices) or len(reminders) < len(wait.rule.reminders):
        return Why.NOTICES
    if not all(one.arrived for one in notices):
        return Why.ARRIVED
    return ""


def _escalate(wait: Wait, why: str, today: date) -> None:
    """To the manager above whoever looks after it, and to that person."""
    owner = wait.entry.owner or wait.readback.created_by
    leads = next(iter(above(owner)), owner)
    people = list(dict.fromkeys(one.pk for one in (leads, owner) if one))
    with override(language_for(leads)):
        title = _("%(who)s does not answer: %(about)s") % {"who": wait.contact.called, "about": wait.about[:100]}
        give_todo(wait, title, today, str(Why(why).label), leads)
        wait.escalate(by=User.objects.system(), why=why, people=people)


def _locked(**which: Any) -> Any:
    running = Wait.objects.filter(state=WaitState.RUNNING, **which).order_by("pk")
    return running.select_related("rule", "readback", "entry", "client", "contact").select_for_update(
        of=("self",), no_key=True
    )
