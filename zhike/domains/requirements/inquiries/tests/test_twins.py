"""Questions in two languages: a guide in both gives both, and Clara reads her own first."""

import pytest

from zhike.agreements.twins.models import Twin
from zhike.agreements.twins.tests.reading import read, stands_first
from zhike.core.links.models import Link
from zhike.core.mail.models import Letter
from zhike.core.timeline.delivery import deliver_all
from zhike.domains.requirements.inquiries.views import ANSWERS, PURPOSE


@pytest.fixture
def asked(cast, inquiry):
    inquiry.write_twin(by=cast.lena, of="title", twin="Interview")
    return inquiry


def test_each_reads_the_questions_in_their_own_language(cast, asked, client):
    _link, address = Link.objects.issue(PURPOSE, asked, by=cast.lena, for_contact=cast.clara)
    for chinese, english in (
        ("什么最花时间？", "What takes most time?"),
        ("多久一次？", "How often?"),
        ("访谈", "Interview"),
    ):
        assert stands_first(read(client, address, "zh-hans"), chinese, english)
        assert stands_first(read(client, address, "en"), english, chinese)


def test_the_letter_names_it_in_theirs(cast, asked):
    cast.clara.amend(by=cast.lena, emails=["chen@qingchuan.example"], language="en")
    ANSWERS.issue(asked, by=cast.lena, send=True)
    assert "Interview" in Letter.objects.get().subject


def test_a_change_of_one_raises_the_alarm(cast, asked):
    asked.amend(by=cast.lena, title="第二次访谈")
    deliver_all()
    assert Twin.objects.behind().get().key == "title"
    key = next(one.key for one in asked.texts() if one.words.startswith(("How", "多久")))
    twin = Twin.objects.on(asked).get(key=key)
    asked.write_twin(by=cast.lena, of=key, twin=f"{twin.text} 1")
    assert Twin.objects.on(asked).get(key=key).behind == "twin"
