"""The daily mail: what is due, who waits, what happened; at the person's hour, on working days, never twice."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhike.core.clock.models import Calendar
from zhike.core.mail.recipient import Recipient, recipient_of
from zhike.core.mail.rendering import as_read_by
from zhike.core.mail.server import the_program
from zhike.core.mail.writing import write
from zhike.core.notify.mailing import wishes_url
from zhike.core.notify.models import Digest, Notification, Way
from zhike.core.notify.stopping_mail import DIGEST, heads, link_to_stop
from zhike.core.notify.wishes import wishes_of
from zhike.core.notify.words import told_to
from zhike.core.resources.reader import Reader
from zhike.core.todos.models import Todo
from zhike.core.ui.dates import full_day_words

SHOWN = 15
_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Line:
    """`url` is a path of ours; `note` stands behind the words, `late` in the colour of lateness."""

    words: str
    url: str
    note: str = ""
    late: bool = False

    @property
    def link(self) -> str:
        return settings.ADDRESS + self.url


@dataclass(frozen=True)
class Part:
    """A heading with its lines, the most urgent first."""

    title: str | Promise
    lines: list[Line]


Build = Callable[[Any, Reader], Part | None]
_parts: dict[int, Build] = {}


def digest_part(order: int) -> Callable[[Build], Build]:
    """Declare, in an area's `digest.py`, what the daily mail says of it; called in the reader's language and zone."""

    def declare(build: Build) -> Build:
        _parts[order] = build
        return build

    return declare


def send_digests(now: datetime | None = None) -> int:
    """Write those whose hour has come; how many letters. Run again, it writes none twice."""
    now = now or timezone.now()
    people = list(apps.get_model("access.User").objects.at_work())
    wishes, calendar = wishes_of(one.pk for one in people), Calendar.objects.default()
    done = set(Digest.objects.filter(created_at__gte=now - 3 * _A_DAY).values_list("user_id", "day"))
    written = 0
    for person in people:
        reader, hour = recipient_of(person), wishes[person.pk].digest_at
        local = now.astimezone(ZoneInfo(reader.zone))
        due = hour is not None and local.hour >= hour and calendar.working(local.date()).is_working_day(local.date())
        if due and (person.pk, local.date()) not in done:
            written += _write(person, reader, local.date())
    return written


def _write(person: Any, reader: Recipient, day: date) -> bool:
    with transaction.atomic():
        digest, new = Digest.objects.get_or_create(user=person, day=day)
        if not new:
            return False
        happened = Notification.objects.of(person).unread().filter(way=Way.DIGEST, letter=None)
        chosen = list(happened.newest_first()[:SHOWN])
        with as_read_by(reader):
            words = full_day_words(day)
            parts = [part for part in (*_declared(person), _happened(chosen, person)) if part and part.lines]
        if not parts:
            return False
        stop = link_to_stop(person.pk, DIGEST)
        said = {"parts": parts, "day": words, "stop": stop, "wishes": wishes_url(), "link": settings.ADDRESS + "/"}
        letter = write(by=the_program(), to=person, template="notify/mail/digest", context=said, headers=heads(stop))
        Digest.objects.filter(pk=digest.pk).update(letter=letter)
        Notification.objects.filter(pk__in=[one.pk for one in chosen]).update(letter=letter)
    return True


def _declared(person: Any) -> list[Part | None]:
    reader = Reader(person)
    return [_parts[order](person, reader) for order in sorted(_parts)]


def _happened(chosen: list[Notification], person: Any) -> Part:
    told = [one for one in told_to(chosen, Reader(person)) if one.url]
    lines = [Line(one.plain, reverse("notification", args=[one.notification.pk]), one.excerpt) for one in told]
    return Part(_("What happened"), lines)


@digest_part(10)
def due(person: Any, reader: Reader) -> Part:
    """To-dos of today and late ones."""
    todos = Todo.objects.awake(reader.today).for_person(person).filter(due_on__lte=reader.today)
    found = todos.select_related("client").in_order()[:SHOWN]
    return Part(_("Due"), [_due(todo, reader) for todo in found])


def _due(todo: Any, reader: Reader) -> Line:
    note = str(todo.client) if todo.client_id else ""
    return Line(todo.title, reverse("todos:detail", args=[todo.reference]), note, todo.due_on < reader.today)
