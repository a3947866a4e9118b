"""The word that goes with a link, in two languages: on its page, in its letter, and no number may differ unnoticed."""

import pytest

from zhike.agreements.contracts.steps import SendForm as SignForm
from zhike.agreements.models import Promise
from zhike.agreements.tradeoffs.models import Tradeoff
from zhike.agreements.twins.models import Twin
from zhike.agreements.twins.tests.reading import read, stands_first
from zhike.agreements.workflows import read_back
from zhike.core.links.models import Link
from zhike.core.mail.models import Letter
from zhike.domains.projects.reviewing import ask_for_review
from zhike.domains.projects.showing import AskForm
from zhike.domains.projects.tests.conftest import site  # noqa: F401  (a project of Lena's)
from zhike.domains.requirements.inquiries.models import Guide, Inquiry
from zhike.domains.requirements.inquiries.views import ANSWERS
from zhike.domains.requirements.tryouts.models import Tryout
from zhike.domains.requirements.tryouts.views import TRYING

NOTE, NOTE_EN = "请在 3 天内看一下", "Please look at it within 3 days"
SAID = {"note": NOTE, "note_twin": NOTE_EN}


@pytest.fixture(autouse=True)
def reads_english(cast):
    cast.clara.amend(by=cast.lena, emails=["chen@qingchuan.example"], language="en")


@pytest.fixture
def sent(cast, site):  # noqa: F811
    """By what goes out: the address of the link, after its letter was written."""

    def review():
        return ask_for_review(site.deliverable(), by=cast.lena, contact=cast.clara, send=True, **SAID)

    def inquiry():
        guide = Guide.objects.add(by=cast.lena, name="访谈", questions_zh="什么最花时间？")
        of = {"guide": guide, "client": cast.qingchuan, "contact": cast.clara, "owner": cast.lena, "title": "访谈"}
        return ANSWERS.issue(Inquiry.objects.add(by=cast.lena, **of), by=cast.lena, send=True, **SAID)

    def tryout():
        of = {"deliverable": site.deliverable(), "contact": cast.clara, "owner": cast.lena, "tasks": "找到挂号"}
        return TRYING.issue(Tryout.objects.add(by=cast.lena, title="试用", **of), by=cast.lena, send=True, **SAID)

    def readback():
        entry = Promise.objects.add(by=cast.lena, client=cast.qingchuan, owner=cast.lena, text="周五给初稿")
        return read_back([entry], by=cast.lena, contact=cast.clara, title="x", send=True, **SAID)[1]

    def tradeoff():
        made = Tradeoff.objects.add(
            by=cast.lena, client=cast.qingchuan, contact=cast.clara, owner=cast.lena, title="几个入口？", because="x"
        )
        made.add_way(by=cast.lena, title="两个", consequences="x")
        made.send(by=cast.lena, mail=True, **SAID)

    return {one.__name__: one for one in (review, inquiry, tryout, readback, tradeoff)}


@pytest.mark.parametrize("what", ["review", "inquiry", "tryout", "readback"])
def test_each_reads_it_on_the_page_in_their_own_language(sent, client, what):
    address = sent[what]()
    assert stands_first(read(client, address, "en"), NOTE_EN, NOTE)
    page = read(client, address, "zh-hans")
    assert stands_first(page, NOTE, NOTE_EN) and "以哪种文本为准" in page


@pytest.mark.parametrize("what", ["review", "inquiry", "tryout", "readback", "tradeoff"])
def test_the_letter_has_both_theirs_first_and_which_prevails(sent, what):
    sent[what]()
    text = Letter.objects.get().text
    assert stands_first(text, NOTE_EN, NOTE) and "Which wording prevails: The Chinese one" in text


@pytest.mark.parametrize("what", ["review", "inquiry", "tryout", "readback", "tradeoff"])
def test_it_prevails_which_was_chosen(sent, client, what, monkeypatch):
    monkeypatch.setitem(SAID, "note_prevails", "en")
    address = sent[what]()
    assert "Which wording prevails: The English one" in Letter.objects.get().text
    if address:
        assert "The English one" in read(client, address, "en")


def test_of_a_read_back_it_is_a_twin_like_any_other(cast, sent):
    sent["readback"]()
    assert (Twin.objects.get().key, Twin.objects.get().text) == ("note", NOTE_EN)


def test_a_link_keeps_what_was_read(sent):
    sent["review"]()
    facts = Link.objects.get().facts
    assert (facts["note"], facts["note_twin"]) == (NOTE, NOTE_EN)


def test_two_of_one_language_are_refused(cast, site):  # noqa: F811
    form = AskForm(SAID | {"contact": cast.clara.pk, "note_twin": "三天"}, record=site.deliverable(), by=cast.lena)
    assert "note_twin" in form.errors


def test_the_field_stands_beneath_the_word_and_before_the_mail(cast, site):  # noqa: F811
    names = list(AskForm(record=site.deliverable(), by=cast.lena).fields)
    assert names[names.index("note") :][:4] == ["note", "note_twin", "note_prevails", "send"]
    assert {"note_twin", "note_prevails"} <= set(SignForm.base_fields)


def test_numbers_that_differ_are_said_while_one_types(cast, client):
    client.force_login(cast.lena)
    said = {"note": NOTE, "note_twin": "Please look at it within 5 days"}
    assert "<strong>5 days</strong>" in client.post("/agreements/hints/", said).text


def test_its_form_asks_for_both_and_compares(cast, site, client):  # noqa: F811
    client.force_login(cast.lena)
    page = client.get(f"/deliverables/{site.deliverable().reference}/show/").text
    assert 'name="note_twin"' in page and page.count('hx-post="/agreements/hints/"') == 1
