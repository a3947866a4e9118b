"""A letter in two languages: Clara reads hers first, Daniel his, and both see which one prevails."""

import pytest

from zhike.agreements.twins.models import Twin
from zhike.agreements.twins.tests.reading import stands_first
from zhike.clients.models import Contact
from zhike.core.lifecycle.errors import WrongState
from zhike.core.mail.models import Letter
from zhike.core.timeline.delivery import deliver_all
from zhike.domains.conversations.forms import ConversationForm
from zhike.domains.conversations.workflows import log

TEXT, TWIN = "初稿周五给您，共 3 页。", "The draft comes on Friday, 3 pages."


@pytest.fixture
def people(cast):
    cast.clara.amend(by=cast.lena, emails=["chen@qingchuan.example"], language="zh")
    daniel = Contact.objects.add(
        by=cast.lena, client=cast.qingchuan, name="Daniel", emails=["daniel@qingchuan.example"], language="en"
    )
    return [cast.clara, daniel]


@pytest.fixture
def said(cast, people):
    return {
        "client": cast.qingchuan.pk, "kind": "mail", "direction": "out", "text": TEXT, "twin": TWIN,
        "contacts": [one.pk for one in people],
    }  # fmt: skip


def saved(cast, said):
    form = ConversationForm(said, by=cast.lena)
    assert form.is_valid(), form.errors
    return form.save(by=cast.lena)


def test_each_reads_their_own_language_first_and_which_prevails(cast, said):
    conversation = saved(cast, said)
    conversation.send(by=cast.lena)
    chinese, english = Letter.objects.order_by("to")
    assert stands_first(chinese.text, TEXT, TWIN) and stands_first(english.text, TWIN, TEXT)
    assert "Which wording prevails: The Chinese one" in english.text and "以哪种文本为准" in chinese.text
    assert (chinese.subject, english.subject) == (TEXT, TWIN)


def test_so_do_they_its_subject_and_what_was_chosen_prevails(cast, said):
    more = {"subject": "初稿", "subject_twin": "The draft", "prevails": "en"}
    assert "subject_twin" in ConversationForm(said | more | {"subject_twin": "草稿"}, by=cast.lena).errors
    saved(cast, said | more).send(by=cast.lena)
    chinese, english = Letter.objects.order_by("to")
    assert (chinese.subject, english.subject) == ("初稿", "The draft")
    assert "Which wording prevails: The English one" in english.text


def test_without_a_twin_a_letter_is_as_it_was_typed(cast, said):
    saved(cast, said | {"twin": ""}).send(by=cast.lena)
    assert set(Letter.objects.values_list("text", flat=True)) == {TEXT}


def test_two_of_one_language_are_refused(cast, said):
    assert "twin" in ConversationForm(said | {"twin": "周五。"}, by=cast.lena).errors


def test_a_change_of_one_raises_the_alarm_and_is_kept_from_them(cast, said):
    conversation = saved(cast, said)
    conversation.amend(by=cast.lena, text="初稿周五给您，共 4 页。")
    deliver_all()
    assert Twin.objects.behind().get().key == "text"
    conversation.send(by=cast.lena)
    assert set(Letter.objects.values_list("text", flat=True)) == {"初稿周五给您，共 4 页。"}


def test_what_is_gone_takes_no_twin(cast, said):
    conversation = saved(cast, said)
    conversation.send(by=cast.lena)
    with pytest.raises(WrongState):
        conversation.write_twin(by=cast.lena, of="text", twin="Otherwise")


def test_what_was_only_noted_has_none(cast):
    noted = log(by=cast.lena, client=cast.qingchuan, kind="call", text="聊聊", contacts=[])
    with pytest.raises(WrongState):
        noted.write_twin(by=cast.lena, of="text", twin="A talk")
