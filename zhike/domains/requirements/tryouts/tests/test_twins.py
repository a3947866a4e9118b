"""Errands in two languages: whoever tries it reads their own first."""

import pytest

from zhike.agreements.twins.models import Twin
from zhike.agreements.twins.tests.reading import read, stands_first
from zhike.core.links.models import Link
from zhike.core.mail.models import Letter
from zhike.core.timeline.delivery import deliver_all
from zhike.domains.projects.tests.conftest import site  # noqa: F401  (a project of Lena's)
from zhike.domains.requirements.tryouts.tests.test_tryout import tryout  # noqa: F401
from zhike.domains.requirements.tryouts.views import PURPOSE, TRYING


@pytest.fixture
def told(cast, tryout):  # noqa: F811
    first = tryout.errands.first().pk
    tryout.write_twin(by=cast.lena, of="title", twin="Trying the home page")
    tryout.write_twin(by=cast.lena, of=f"errand-{first}-text", twin="Move your booking to Friday")
    return tryout


def test_each_reads_their_own_language(cast, told, client):
    _link, address = Link.objects.issue(PURPOSE, told, by=cast.lena, for_contact=cast.clara)
    for chinese, english in (("把号改到周五", "Move your booking to Friday"), ("首页试用", "Trying the home page")):
        assert stands_first(read(client, address, "zh-hans"), chinese, english)
        assert stands_first(read(client, address, "en"), english, chinese)


def test_the_letter_names_it_in_theirs(cast, told):
    cast.clara.amend(by=cast.lena, emails=["chen@qingchuan.example"], language="en")
    TRYING.issue(told, by=cast.lena, send=True)
    assert "Trying the home page" in Letter.objects.get().subject


def test_a_change_of_one_raises_the_alarm(cast, told):
    told.amend(by=cast.lena, title="首页再试")
    deliver_all()
    assert Twin.objects.behind().get().key == "title"
    key = next(one.key for one in told.texts() if one.words == "把号改到周五")
    told.write_twin(by=cast.lena, of=key, twin="Move your booking to Monday")
    assert Twin.objects.on(told).get(key=key).behind == "twin"
