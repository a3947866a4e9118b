"""While somebody is away, the deputy hears, sees and may act, on their behalf."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client as Browser
from django.utils import timezone, translation

from tests.cast import Cast
from zhike.clients.models import Client
from zhike.core.access.models import Absence
from zhike.core.base.kept import forget_all
from zhike.core.discussion.workflows import comment
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.notify.models import Notification, Reason
from zhike.core.resources.reader import Reader
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event
from zhike.core.timeline.sentences import say
from zhike.core.todos.models import Todo
from zhike.core.todos.workflows import add_todo


def away(cast: Cast, by: object = None, since: int = -1, until: int = 3, **more: object) -> Absence:
    today = timezone.localdate()
    told = {"person": cast.lena, "deputy": cast.ida} | more
    days = {"starts_on": today + timedelta(days=since), "ends_on": today + timedelta(days=until)}
    return Absence.objects.add(by=by or cast.lena, **told, **days)


def page(person: object, address: str) -> str:
    browser = Browser()
    browser.force_login(person)
    return browser.get(address).content.decode()


def test_the_deputy_sees_the_clients_while_it_lasts(cast: Cast) -> None:
    seen = Client.objects.filter(pk=cast.qingchuan.pk)
    assert not seen.visible_to(cast.ida).exists()
    absence = away(cast)
    assert seen.visible_to(cast.ida).exists()
    absence.archive(by=cast.lena)
    forget_all()  # as after every request
    assert not seen.visible_to(cast.ida).exists()


def test_it_is_called_by_its_days_as_the_reader_says_them(cast: Cast) -> None:
    absence = Absence(person=cast.lena, deputy=cast.ida, starts_on=date(2026, 5, 8), ends_on=date(2026, 9, 1))
    with translation.override("en"):
        assert str(absence) == "8 May 2026 – 1 Sept 2026"
    with translation.override("zh-hans"):
        assert str(absence) == "2026年5月8日 – 2026年9月1日"


def test_nothing_changes_before_and_after_it(cast: Cast) -> None:
    away(cast, since=1, until=5)
    away(cast, since=-9, until=-1)
    assert not Client.objects.filter(pk=cast.qingchuan.pk).visible_to(cast.ida).exists()


def test_the_deputy_hears_what_the_person_would_hear(cast: Cast) -> None:
    deliver_all()
    away(cast)
    comment(cast.qingchuan, by=cast.omar, text="Who takes this?")
    deliver_all()
    told = {(one.user, one.reason) for one in Notification.objects.select_related("user")}
    assert {(cast.ida, Reason.ABSENT), (cast.lena, Reason.OWNED)} <= told


def test_what_the_deputy_does_is_on_behalf_of_the_person(cast: Cast) -> None:
    away(cast)
    event = add_todo(cast.qingchuan, by=cast.ida, title="Call back", owner=cast.ida).first_event
    assert event.on_behalf_of is None  # her own to-do
    cast.qingchuan.amend(by=cast.ida, industry="Health")
    event = Event.objects.latest("pk")
    assert (event.actor, event.on_behalf_of) == (cast.ida, cast.lena)
    assert "Ida (for Lena 林娜)" in say(event, Reader(cast.omar)).replace("<strong>", "").replace("</strong>", "")
    cast.qingchuan.amend(by=cast.omar, industry="Care")
    assert Event.objects.latest("pk").on_behalf_of is None


def test_my_day_shows_what_is_due_for_the_person_and_the_pages_say_who_stands_in(cast: Cast) -> None:
    todo = add_todo(cast.qingchuan, by=cast.lena, title="Send the draft", owner=cast.lena, due_on=timezone.localdate())
    away(cast)
    day = page(cast.ida, "/")
    assert "Send the draft" in day
    assert "you stand in" in day
    assert "Ida stands in" in page(cast.omar, f"/clients/{cast.qingchuan.reference}/")
    assert "Ida stands in" in page(cast.omar, f"/people/{cast.lena.reference}/")
    todo.complete(by=cast.ida)
    assert Todo.objects.get().state == "done"


def test_it_refuses_to_be_told_by_others(cast: Cast) -> None:
    for person in (cast.omar, cast.rita):
        with pytest.raises(Forbidden):
            away(cast, by=person)
    assert away(cast, by=cast.mona) and away(cast, by=cast.ada)


def test_it_refuses_oneself_as_deputy_and_days_the_wrong_way_round(cast: Cast) -> None:
    for wrong in ({"deputy": cast.lena}, {"since": 3, "until": 1}):
        with pytest.raises(IntegrityError), transaction.atomic():
            away(cast, **wrong)
