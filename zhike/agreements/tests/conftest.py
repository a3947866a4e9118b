"""A promise of Lena's to Clara, and a clause."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from zhike.agreements.due_days import TwoCalendars
from zhike.agreements.models import Clause, Decision, Promise

SOON = timezone.localdate() + timedelta(days=2)  # then the first day on which both work
DRAFT = "周五18:00前给您第二版原型"


@pytest.fixture
def promise(cast):
    return Promise.objects.add(
        by=cast.lena, client=cast.qingchuan, text=DRAFT, person=cast.lena, contact=cast.clara, owner=cast.lena,
        due_on=TwoCalendars(cast.qingchuan, SOON).next_for_both(SOON),
    )  # fmt: skip


@pytest.fixture
def clause(cast):
    return Clause.objects.add(
        by=cast.lena, client=cast.qingchuan, aspect="response", side="them", text="They answer drafts within 3 days",
        quantity=3, unit="working_days", contact_agreed=cast.clara, how="paper", valid_from=date(2026, 3, 12),
    )  # fmt: skip


@pytest.fixture
def decision(cast):
    return Decision.objects.add(
        by=cast.lena, client=cast.qingchuan, side="them", question="首页放几个入口？", text="首页只留三个入口",
        contact=cast.clara, owner=cast.lena,
    )  # fmt: skip
