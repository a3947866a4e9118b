"""The demo company is built, and is what somebody could have entered."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import chain

import pytest
from django.db import transaction
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from zhike.agreements.models import Decision, Promise
from zhike.agreements.rules.models import Round
from zhike.clients.forms import ClientForm, ContactForm
from zhike.clients.models import Client, Contact
from zhike.core.access.models import User
from zhike.core.discussion.models import Comment
from zhike.core.files.models import Attachment
from zhike.core.lifecycle.errors import Refused
from zhike.core.pages.models import SavedView
from zhike.core.timeline.models import Event
from zhike.core.todos.models import Todo
from zhike.domains.conversations.events import ALL_LOGGED
from zhike.domains.conversations.forms import ConversationForm
from zhike.domains.conversations.models import Conversation
from zhike.domains.requirements.models import Requirement
from zhike.surfaces.exchange import demo
from zhike.surfaces.exchange.demo import clients, conversations
from zhike.surfaces.exchange.demo.choosing import told_of
from zhike.surfaces.exchange.demo.roster import firms
from zhike.surfaces.exchange.demo.stories import exchanges, stories
from zhike.surfaces.exchange.demo.wording import worded
from zhike.surfaces.exchange.demo.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def company(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Built once; what a test changes is rolled back to here."""
    with django_db_blocker.unblock(), transaction.atomic():
        demo.build(lambda sentence: None, scale=0.1)
        yield
        transaction.set_rollback(True)


def test_it_knows_whether_it_is_there(company):
    assert demo.is_built()
    with pytest.raises(Refused):
        demo.build(lambda sentence: None)


def test_it_introduces_the_administrator_first(company):
    name, email, password = demo.people()[0]
    ada = User.objects.get(email=email)
    assert ada.role == "admin" and ada.name == name and ada.check_password(password)
    assert len(demo.people()) == 6 == User.objects.at_work().count()


@pytest.mark.parametrize(
    ("form", "model"), [(ClientForm, Client), (ContactForm, Contact), (ConversationForm, Conversation)]
)
def test_it_holds_only_what_the_forms_let_through(company, form, model):
    ada = User.objects.get(email="ada@pierhead.example")
    for record in model.objects.all()[:60]:
        shown = form(instance=record, by=ada)
        data = {name: field.prepare_value(shown[name].value()) for name, field in shown.fields.items()}
        again = form({name: value for name, value in data.items() if value is not None}, instance=record, by=ada)
        assert again.is_valid(), (record, again.errors)


def test_it_looks_alive(company):
    latest = Conversation.objects.latest("happened_at").happened_at
    assert timezone.now() - timedelta(days=4) < latest <= timezone.now()
    assert Conversation.objects.waiting().exists()
    assert Todo.objects.overdue(timezone.localdate()).exists()
    assert Todo.objects.due_today(timezone.localdate()).exists()
    assert Comment.objects.exists() and Attachment.objects.exists() and SavedView.objects.exists()


def test_promises_ended_in_every_way(company):
    ends = set(Promise.objects.values_list("state", flat=True))
    assert {"kept", "broken", "superseded", "confirmed", "proposed"} <= ends
    assert Decision.objects.filter(source_type="meetings.meeting").exclude(alternatives="").exists()
    assert Round.objects.filter(record_type="projects.deliverable").exists()
    assert any(one.checked.excluded for one in Requirement.objects.standing())


def test_its_history_lies_where_it_happened(company):
    events = Event.objects.filter(record_type="conversations.conversation", kind__in=map(str, ALL_LOGGED))
    told = dict(events.values_list("record_id", "at"))
    assert told == dict(Conversation.objects.values_list("pk", "happened_at"))
    assert not Event.objects.filter(at__gt=timezone.now()).exists()


def test_every_story_can_be_told_of_every_client():
    for firm in firms():
        for language in set(firm.languages):
            assert firm.things[language]
            for turn in chain.from_iterable(
                [*(story for _fits, story in stories(language).values()), *exchanges(language)]
            ):
                said = worded(firm, firm.things[language][0], timezone.localdate())(turn.text + turn.next_step)
                assert "{" not in said
                assert len(turn.next_step) < 150


def test_each_client_hears_stories_of_its_own_things():
    for firm in firms():
        told = told_of(firm, 540)
        assert len({id(story) for story, _thing in told}) == len(told)
        assert all(thing in [*firm.things["zh"], *firm.things["en"]] for _story, thing in told)


@pytest.mark.parametrize("days", [0, 1, 30, 200, 330])
def test_it_can_be_planned_on_any_day(db, days):
    world = World(now=timezone.now() + timedelta(days=days))
    for area in (clients.build, conversations.build):
        area(world)
    plan = sorted(world._plan, key=lambda act: act[:2])
    came: set[str] = set()
    for moment, _order, act in plan:
        assert moment <= world.now
        if act.func is conversations.speak:
            assert act.args[1].key in came
        else:
            came.add(act.args[1].key)
