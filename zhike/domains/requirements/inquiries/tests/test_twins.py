"""Questions in two languages: a guide in both gives both, and Clara reads her own first."""

import re

import pytest

from zhike.agreements.twins.errors import OtherLines
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


@pytest.fixture
def chosen(cast, inquiry):
    """(the inquiry, the key of the choices of its question that has some)"""
    return inquiry, next(one.key for one in inquiry.texts() if one.lines)


def test_choices_are_read_in_their_own_language_and_kept_as_they_were_asked(cast, chosen, client):
    inquiry, _key = chosen
    _link, address = Link.objects.issue(PURPOSE, inquiry, by=cast.lena, for_contact=cast.clara)
    english = read(client, address, "en")
    for chinese, other in (("每天", "daily"), ("每周", "weekly")):
        assert f"{other} · {chinese}" in english and f"{chinese} · {other}" in read(client, address, "zh-hans")
    answer = inquiry.answers.exclude(choices=[]).get()
    said = {f"answer_{answer.pk}": answer.choices[0]}
    assert client.post(re.search(r"/l/[^\s]+", address)[0], said).status_code == 302
    answer.refresh_from_db()
    assert answer.text == answer.choices[0]


def test_which_choices_prevail_is_said_where_the_question_stands_alone(cast, chosen, client):
    inquiry, key = chosen
    inquiry.drop_twin(by=cast.lena, of=key.replace("choices", "question"))
    twin = Twin.objects.on(inquiry).get(key=key)
    inquiry.write_twin(by=cast.lena, of=key, twin=twin.text, prevails=twin.language)
    _link, address = Link.objects.issue(PURPOSE, inquiry, by=cast.lena, for_contact=cast.clara)
    page = read(client, address, "en")
    assert ("The English one" if twin.language == "en" else "The Chinese one") in page


def test_choices_changed_in_one_language_raise_the_alarm_and_stand_alone(cast, chosen, client):
    inquiry, key = chosen
    was = Twin.objects.on(inquiry).get(key=key).text
    inquiry.write_twin(by=cast.lena, of=key, twin="\n".join(f"{one} 1" for one in was.splitlines()))
    assert Twin.objects.on(inquiry).get(key=key).behind == "twin"
    _link, address = Link.objects.issue(PURPOSE, inquiry, by=cast.lena, for_contact=cast.clara)
    assert was.splitlines()[0] not in read(client, address, "en")


def test_choices_need_as_many_lines_in_the_other_language(cast, chosen, client):
    inquiry, key = chosen
    was = Twin.objects.on(inquiry).get(key=key).text
    with pytest.raises(OtherLines):
        inquiry.write_twin(by=cast.lena, of=key, twin=f"{was}\n{was}")
    client.force_login(cast.lena)
    answer = client.post(f"/twins/{inquiry.reference}/", {"of": key, "twin": f"{was}\n{was}"})
    assert answer.status_code == 422


def test_numbers_that_differ_in_choices_are_named(cast, chosen, client):
    inquiry, key = chosen
    answer = inquiry.answers.exclude(choices=[]).get()
    inquiry.answers.filter(pk=answer.pk).update(choices=["3 天以内", "10 天以内"])
    inquiry.write_twin(by=cast.lena, of=key, twin="Within 5 days\nWithin 10 days", same=True)
    client.force_login(cast.lena)
    assert "<strong>5 days</strong>" in client.get(f"/twins/{inquiry.reference}/").text


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
