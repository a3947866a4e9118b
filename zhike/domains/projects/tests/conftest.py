"""A project of Lena's for 晴川医疗."""

import base64
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from zhike.core.files.models import Attachment
from zhike.domains.projects.models import Deliverable, Milestone, Phase, Project, Task

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


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

    def deliverable(self, versions=1, **more):
        made = Deliverable.objects.add(
            by=self.lena, project=self.project, title="首页设计稿", owner=self.lena, criteria="字号不小于 18", **more
        )
        for number in range(versions):
            self.hand_in(made, f"v{number + 1}.png")
        return made

    def hand_in(self, deliverable, name="v.png", note=""):
        file = Attachment.objects.attach(ContentFile(PNG, name), to=deliverable, by=self.lena)
        deliverable.hand_in(by=self.lena, file=file, note=note)


@pytest.fixture
def site(cast):
    return Site(cast)
