"""Freezing the plan, and freezing it anew."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.models import Event
from zhike.domains.projects.baselines.errors import NeedsReason, NothingPlanned
from zhike.domains.projects.baselines.models import Baseline

pytestmark = pytest.mark.django_db


def test_it_keeps_the_plan_as_it_stands(frozen, site):
    baseline = frozen()
    kept = baseline.content
    assert (baseline.number, kept["scope"]) == (1, ["首页", "挂号页"])
    assert [(one["title"], one["hours"]) for one in kept["tasks"]] == [("画草图", "6"), ("搭页面", "18")]
    site.project.milestones.get().move(by=site.lena, due_on=site.today + timedelta(days=30), reason="院方推迟")
    baseline.refresh_from_db()
    assert baseline.content == kept
    assert Event.objects.filter(kind="baseline.frozen", record_id=baseline.pk).count() == 1


def test_another_one_needs_a_reason_and_keeps_the_former(frozen):
    first = frozen()
    with pytest.raises(NeedsReason, match="Say why"):
        frozen()
    second = frozen(reason="院方推迟")
    assert (second.number, list(Baseline.objects.order_by("number"))) == (2, [first, second])
    assert Event.objects.get(kind="baseline.frozen_anew").facts["reason"] == "院方推迟"


def test_there_must_be_a_plan(site):
    with pytest.raises(NothingPlanned):
        Baseline.objects.add(by=site.lena, project=site.project)


def test_whoever_reads_freezes_nothing(frozen, site, cast):
    frozen()
    with pytest.raises(Forbidden):
        Baseline.objects.add(by=cast.rita, project=site.project, reason="x")


@pytest.mark.parametrize("change", ["number = 7", "reason = 'x'", "content = '{}'"])
def test_the_database_refuses_to_change_it(frozen, change):
    baseline = frozen()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"update baselines_baseline set {change} where id = %s", [baseline.pk])
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("delete from baselines_baseline where id = %s", [baseline.pk])
