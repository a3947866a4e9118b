"""What is found after the client has accepted is a fault."""

from datetime import timedelta

import pytest
from django.utils import timezone

from zhike.core.timeline.moment import at
from zhike.domains.projects.quality.models import Defect
from zhike.domains.projects.tests.conftest import site  # noqa: F401

pytestmark = pytest.mark.django_db


def found(site, deliverable, title, **more):  # noqa: F811
    return Defect.objects.add(by=site.lena, deliverable=deliverable, owner=site.lena, title=title, **more)


@pytest.fixture
def accepted(site, cast):  # noqa: F811
    made = site.deliverable()
    found(site, made, "字太小").reject(by=site.lena, reason="按约定")
    made.accept(by=site.lena, contact=cast.clara, how="call")
    return made


def test_only_what_is_found_afterwards_is_a_fault(accepted, site):  # noqa: F811
    found(site, accepted, "按钮点不动")
    assert list(Defect.objects.order_by("pk").values_list("title", "is_fault")) == [
        ("字太小", False),
        ("按钮点不动", True),
    ]


def test_the_day_of_the_first_acceptance_stays(site, cast):  # noqa: F811
    made = site.deliverable()
    with at(timezone.now() - timedelta(days=40)):
        made.accept(by=site.lena, contact=cast.clara, how="call")
    site.hand_in(made)
    made.accept(by=site.lena, contact=cast.clara, how="call")
    assert made.accepted_on == site.today - timedelta(days=40)


def test_the_figure_tells_the_rate_and_what_is_left_to_improve(accepted, site, client):  # noqa: F811
    found(site, accepted, "按钮点不动", severity=4)
    found(site, accepted, "没这回事").reject(by=site.lena, reason="看错了")
    client.force_login(site.lena)
    page = client.get("/figures/faults/").content.decode()
    assert "1 deliverable was accepted; without any fault since: 0." in page
    assert "To improve: 1" in page and "1.00" in page
    backlog = client.get("/defects/?found=after&state=open&state=fixed").content.decode()
    assert "按钮点不动" in backlog and "字太小" not in backlog and "没这回事" not in backlog
    table = client.get("/figures/faults.csv").content.decode().splitlines()
    assert table[0].split(",")[-3:] == ["Critical", "Accepted until then", "Faults for each"]
    assert table[-1].split(",")[-3:] == ["1", "1", "1.0"]


def test_a_stranger_is_told_of_none(accepted, site, cast, client):  # noqa: F811
    found(site, accepted, "按钮点不动")
    client.force_login(cast.ida)
    page = client.get("/figures/faults/").content.decode()
    assert "0 deliverables were accepted" in page and accepted.title not in page
