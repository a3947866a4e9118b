"""A project with a plan, frozen."""

import pytest

from zhike.domains.projects.baselines.models import Baseline
from zhike.domains.projects.tests.conftest import site  # noqa: F401


@pytest.fixture
def frozen(site):  # noqa: F811
    """Freezes the plan of the site as it stands."""

    def freeze(**more):
        if not site.project.milestones.exists():
            site.project.amend(by=site.lena, scope="首页\n挂号页", ends_on=None)
            point = site.milestone(due=10)
            site.task("画草图", due=-2, hours=6, milestone=point)
            site.task("搭页面", due=8, hours=18, milestone=point)
        return Baseline.objects.add(by=site.lena, project=site.project, **more)

    return freeze
