"""A project with a backlog, and a stretch of it."""

from datetime import timedelta

import pytest

from zhike.domains.projects.iterations.models import Iteration
from zhike.domains.projects.tests.conftest import Site


@pytest.fixture
def site(cast):
    made = Site(cast)
    made.first, made.second, made.third = (made.task(title, hours=8) for title in ("挂号页", "问诊页", "缴费页"))
    return made


@pytest.fixture
def iteration(site):
    return plan(site)


def plan(site, title="第一轮", starts=0, **more):
    first = site.today + timedelta(days=starts)
    days = {"starts_on": first, "ends_on": first + timedelta(days=13)}
    return Iteration.objects.add(by=site.lena, project=site.project, title=title, **days | more)
