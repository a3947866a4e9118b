"""How a visitor registers, drawn by Lena."""

import pytest

from zhike.domains.projects.tests.conftest import site  # noqa: F401  (a project of Lena's)
from zhike.domains.requirements.flows.models import Flow


class Drawn:
    def __init__(self, cast, project):
        self.lena = cast.lena
        self.flow = Flow.objects.add(by=cast.lena, project=project, title="挂号")

    def node(self, text, **more):
        told = self.flow.add_node(by=self.lena, text=text, **more)
        return self.flow.nodes.get(pk=told.fact("node"))


@pytest.fixture
def drawn(cast, site):  # noqa: F811
    return Drawn(cast, site.project)
