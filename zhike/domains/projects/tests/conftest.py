"""A project of Lena's for 晴川医疗."""

from datetime import timedelta

import pytest
from django.utils import timezone

from zhike.domains.projects.models import Milestone, Phase, Project, Task


class Site:
    """Makes what stands in the project, by Lena."""

    def __init__(self, cast):
        self.lena = cast.lena
        self.today = timezone.localdate()
        self.project = Project.objects.add(by=cast.lena, client=cast.qingchuan, lead=cast.lena, name="官网改版")

    def run(self):
        self.project.agree(by=self.lena)
        self.project.start(by=self.lena)
        return self.project

    def task(self, title, due=5, **more):
        said = {"owner": self.lena, "due_on": self.today + timedelta(days=due)} | more
        return Task.objects.add(by=self.lena, project=self.project, title=title, **said)

    def milestone(self, title="第一版上线", due=10, **more):
        day = self.today + timedelta(days=due)
        return Milestone.objects.add(
            by=self.lena, project=self.project, title=title, owner=self.lena, due_on=day, **more
        )

    def phase(self, title="设计", **more):
        return Phase.objects.add(by=self.lena, project=self.project, title=title, **more)


@pytest.fixture
def site(cast):
    return Site(cast)
