"""Clara wants something, and Lena takes it from there."""

import pytest

from zhike.core.timeline.delivery import deliver_all
from zhike.domains.conversations.workflows import log
from zhike.domains.projects.tests.conftest import site  # noqa: F401  (a project of Lena's)
from zhike.domains.requirements.models import Requirement

HEARD = "首页尽快简洁一些"
MEANT = "首页只留三个入口，5月3日上线"


class Wanting:
    """Takes a requirement as far as a test needs it, by Lena."""

    def __init__(self, cast):
        self.lena, self.clara, self.client = cast.lena, cast.clara, cast.qingchuan

    def heard(self, statement=HEARD, **more):
        said = {"contact": self.clara, "owner": self.lena, "source_text": "电话"} | more
        return Requirement.objects.add(by=self.lena, client=self.client, statement=statement, **said)

    def analysed(self, wording=MEANT, **more):
        wanted = self.heard(**more)
        wanted.analyse(by=self.lena, wording=wording)
        return wanted

    def asked(self, **more):
        wanted = self.analysed(**more)
        wanted.ask(by=self.lena)
        return wanted

    def agreed(self, **more):
        wanted = self.asked(**more)
        wanted.entry.confirm(by=self.lena, contact=self.clara, how="call")
        return self.now(wanted)

    def now(self, wanted):
        """As it stands once everybody has heard what happened."""
        deliver_all()
        return Requirement.objects.get(pk=wanted.pk)


@pytest.fixture
def wanting(cast):
    return Wanting(cast)


@pytest.fixture
def talk(cast):
    return log(by=cast.lena, client=cast.qingchuan, kind="call", text="首页再简洁一点", contacts=[cast.clara])
