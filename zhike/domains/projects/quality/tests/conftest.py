"""A deliverable of Lena's with something to try."""

import pytest

from zhike.domains.projects.quality.models import Check, Defect
from zhike.domains.projects.tests.conftest import site  # noqa: F401


class Bench:
    def __init__(self, site):  # noqa: F811
        self.site, self.lena = site, site.lena
        self.deliverable = site.deliverable()

    def check(self, title="三步之内完成"):
        return Check.objects.add(by=self.lena, deliverable=self.deliverable, title=title, expected="第三屏出现预约号")

    def defect(self, severity=3, **more):
        said = {"title": "验证码收不到", "severity": severity} | more
        return Defect.objects.add(by=self.lena, deliverable=self.deliverable, owner=self.lena, **said)

    def show(self, cast):
        self.deliverable.refresh_from_db()
        self.deliverable.show(by=self.lena, contact=cast.clara)
        return self.deliverable.state


@pytest.fixture
def bench(site):  # noqa: F811
    return Bench(site)
