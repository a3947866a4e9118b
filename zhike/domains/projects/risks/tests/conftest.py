"""A risk in Lena's project."""

from decimal import Decimal

import pytest

from zhike.domains.projects.risks.models import Risk
from zhike.domains.projects.tests.conftest import site  # noqa: F401


@pytest.fixture
def feared(site):  # noqa: F811
    """Makes a risk, with one option unless none is wanted."""

    def make(options=1, **more):
        said = {"title": "号源接口晚到", "cause": "分院的文档还没给", "effect": "试点要推迟"} | more
        risk = Risk.objects.add(by=site.lena, project=site.project, owner=site.lena, likelihood=4, impact=4, **said)
        for number in range(options):
            risk.add_option(
                by=site.lena, words=f"先上总院{number or ''}", amount=Decimal(3000), currency="CNY", days=-2
            )
        return risk

    return make
