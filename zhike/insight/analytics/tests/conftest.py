"""Some weeks of work: talks, answers in time and late, promises, purchases, clients in stages and tiers."""

from datetime import date, datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from tests.cast import Cast
from zhike.agreements.models import Promise
from zhike.clients.models import Client, Contact
from zhike.clients.purchases.models import Purchase
from zhike.clients.stages.models import Stage
from zhike.clients.stages.workflows import move
from zhike.clients.tiers.models import Tier
from zhike.core.access.models import User
from zhike.core.files.models import Attachment
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.moment import at
from zhike.domains.conversations.workflows import log
from zhike.domains.ideas.models import Idea
from zhike.domains.projects.models import Deliverable, Hours, Project
from zhike.domains.projects.quality.models import Defect
from zhike.domains.requirements.models import Requirement
from zhike.domains.requirements.rework.models import Rework

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def worked(cast: Cast) -> Cast:
    """Each of the pictures has something to show, for Lena's clients and for Ida's."""
    now = timezone.now()
    key = Tier.objects.add(by=cast.ada, name="Key", mark="A", answer_hours=4)
    stages = [Stage.objects.add(by=cast.mona, name=name) for name in ("Lead", "Active")]
    for person, client in ((cast.lena, cast.qingchuan), (cast.ida, cast.tramlight)):
        _talk(person, client, now)
        _promise(person, client, now.date())
        _want(person, client)
        _think(person, client)
        _work(person, client, now.date())
        with at(now - 45 * DAY):
            move(client, stages[0], by=person)
        for days, amount in ((3, 120_000), (40, 80_000)):
            Purchase.objects.add(
                by=person, client=client, what="Signs", happened_on=now.date() - days * DAY, amount=amount,
                currency="CNY",
            )  # fmt: skip
    other = Client.objects.add(by=cast.lena, name="晴川集团", owner=cast.lena, visibility="few")
    move(other, stages[1], by=cast.lena)
    deliver_all()
    Client.objects.filter(pk=cast.qingchuan.pk).update(tier=key)
    return cast


def _work(person, client, today: date) -> None:
    project = Project.objects.add(by=person, client=client, name="Signs", lead=person)
    made = Deliverable.objects.add(by=person, project=project, owner=person, title="The first sign")
    contact = Contact.objects.of_client(client.pk).first()
    made.hand_in(by=person, file=Attachment.objects.attach(ContentFile(b"x", "sign.txt"), to=made, by=person))
    made.accept(by=person, contact=contact, how="call")
    Defect.objects.add(by=person, deliverable=made, owner=person, title="It hangs askew", severity=3)
    for days, minutes in ((2, 90), (30, 240)):
        hours = Hours.objects.add(by=person, project=project, person=person, on=today - days * DAY, minutes=minutes)
        Rework.objects.add(by=person, requirement=client.requirements.earliest("pk"), hours=hours, note="Again")


def _want(person, client) -> None:
    """Something agreed, and something that they no longer want."""
    for words in ("Three entries", "A pet"):
        wanted = Requirement.objects.add(by=person, client=client, owner=person, statement=words, source_text="call")
        wanted.analyse(by=person, wording=words)
        wanted.ask(by=person)
        wanted.entry.confirm(by=person, how="call")
        wanted.follow_ledger(by=User.objects.system())
    wanted.reword(by=person, wording="A small pet", reason="x")
    wanted.entry.successors.get().confirm(by=person, how="call")
    wanted.follow_ledger(by=User.objects.system())
    wanted.drop(by=person, reason="x")


def _think(person, client) -> None:
    """An odd idea that was kept, and of which nobody knows yet."""
    idea = Idea.objects.add(by=person, client=client, person=person, owner=person, title="A pet", odd=True)
    why = {"value_why": "x", "cost_why": "x", "fit_why": "x", "measure": "x"}
    idea.weigh(by=person, value=4, cost=2, fit=3, **why)
    idea.try_out(by=person, hours=2)
    idea.keep(by=person, becomes="todo", reason="x")


def _talk(person, client, now: datetime) -> None:
    for n, kind in enumerate(("call", "call", "visit", "note")):
        said = {"kind": kind, "text": "Talk", "happened_at": now - n * 8 * DAY, "minutes": 30, "mood": "tense"}
        log(by=person, client=client, author=person, **said)
    for days, took in ((8, HOUR), (15, 3 * DAY), (16, 2 * HOUR)):
        asked_at = now - days * DAY
        question = log(
            by=person, client=client, kind="mail", direction="in", state="waiting", text="When?", happened_at=asked_at
        )
        deliver_all()
        with at(asked_at + took):
            question.answer(by=person)


def _promise(person, client, today: date) -> None:
    said = {"by": person, "client": client, "owner": person, "due_on": today - 20 * DAY, "text": "The drawings"}
    said["valid_from"] = today - 60 * DAY
    Promise.objects.add(**said).keep(by=person, on=today - 21 * DAY)
    Promise.objects.add(**said).keep(by=person, on=today - 10 * DAY)
    Promise.objects.add(**said).breach(by=person, reason="Ill", on=today - 12 * DAY)
    Promise.objects.add(**said, side="them").keep(by=person, on=today - 21 * DAY)
