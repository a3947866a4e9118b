"""Lena asks, Clara answers, and what she says becomes a requirement that can be traced."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhike.core.access.models import Token, User
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.links.models import Link
from zhike.core.timeline.models import Event
from zhike.domains.requirements.inquiries.errors import BecameOne, NothingSaid
from zhike.domains.requirements.inquiries.models import Guide, Inquiry
from zhike.domains.requirements.inquiries.questions import questions_in
from zhike.domains.requirements.inquiries.views import PURPOSE
from zhike.domains.requirements.models import Requirement


def test_questions_are_lines_with_choices_behind_bars():
    asked = questions_in("Why?\n\n How often ? | daily|weekly | \n｜nothing\n多久？｜每天｜每周")
    assert [(one.text, one.choices) for one in asked] == [
        ("Why?", []), ("How often ?", ["daily", "weekly"]), ("多久？", ["每天", "每周"])
    ]  # fmt: skip


@given(st.text())
def test_any_text_can_be_read(text):
    assert all(one.text == one.text.strip() and one.text for one in questions_in(text))


def test_a_contact_is_asked_in_their_language(cast, inquiry, guide):
    cast.clara.amend(by=cast.lena, language="en")
    english = Inquiry.objects.add(
        by=cast.lena, title="Talk", guide=guide, client=cast.qingchuan, contact=cast.clara, owner=cast.lena
    )
    assert [one.question for one in english.answers.all()] == ["What takes most time?", "How often?"]
    cast.clara.amend(by=cast.lena, language="zh")
    chinese = Inquiry.objects.add(
        by=cast.lena, title="访谈", guide=guide, client=cast.qingchuan, contact=cast.clara, owner=cast.lena
    )
    assert chinese.answers.last().choices == ["每天", "每周"]


def test_an_answer_becomes_a_requirement_that_names_it(cast, inquiry):
    first, second = inquiry.answers.all()
    inquiry.note(by=cast.lena, answer=first, text="每天抄一遍挂号单")
    inquiry.become(by=cast.lena, answer=first, kind="must")
    wanted = Requirement.objects.get()
    assert (wanted.statement, wanted.quote, wanted.source, wanted.contact) == (
        "每天抄一遍挂号单", "每天抄一遍挂号单", "interview", cast.clara
    )  # fmt: skip
    assert (wanted.source_type, wanted.source_id) == ("inquiries.inquiry", inquiry.pk)
    assert inquiry.reference in wanted.source_text
    with pytest.raises(BecameOne):
        inquiry.become(by=cast.lena, answer=first, kind="must")
    with pytest.raises(NothingSaid):
        inquiry.become(by=cast.lena, answer=second, kind="must")


def test_a_reader_asks_and_notes_nothing(cast, inquiry, client):
    with pytest.raises(Forbidden):
        inquiry.note(by=cast.rita, answer=inquiry.answers.first(), text="x")
    client.force_login(cast.rita)
    assert "Note answers" not in client.get(f"/inquiries/{inquiry.reference}/").content.decode()
    for where in ("answers", "link"):
        assert client.post(f"/inquiries/{inquiry.reference}/{where}/").status_code == 403


def test_answers_are_noted_on_its_page(cast, inquiry, client):
    client.force_login(cast.lena)
    first, second = inquiry.answers.all()
    said = {f"answer_{first.pk}": "抄挂号单", f"answer_{second.pk}": second.choices[0]}
    client.post(f"/inquiries/{inquiry.reference}/answers/", said)
    assert [one.text for one in inquiry.answers.all()] == ["抄挂号单", second.choices[0]]
    page = client.get(f"/inquiries/{inquiry.reference}/").content.decode()
    assert "抄挂号单" in page and f"become/?answer={first.pk}" in page
    client.post(f"/inquiries/{inquiry.reference}/step/become/", {"answer": first.pk})
    wanted = Requirement.objects.get()
    page = client.get(f"/requirements/{wanted.reference}/").content.decode()
    assert f"/inquiries/{inquiry.reference}/" in page
    wrong = client.post(f"/inquiries/{inquiry.reference}/answers/", {f"answer_{second.pk}": "never"}, follow=True)
    assert wrong.status_code == 200 and inquiry.answers.last().text == second.choices[0]


def test_clara_answers_by_link_once(cast, inquiry, client):
    _link, address = Link.objects.issue(PURPOSE, inquiry, by=cast.lena, for_contact=cast.clara)
    path = "/" + address.split("/", 3)[3]
    first, second = inquiry.answers.all()
    assert first.question in client.get(path).content.decode()
    assert client.post(path, {}).status_code == 422
    client.post(path, {f"answer_{first.pk}": "抄挂号单"})
    inquiry.refresh_from_db()
    assert inquiry.state == "done" and inquiry.answers.first().theirs
    told = Event.objects.filter(kind="inquiry.sent_in").get()
    assert told.fact("who") == cast.clara.called
    assert "<textarea" not in client.get(path).content.decode()
    client.post(path, {f"answer_{first.pk}": "别的"})
    assert inquiry.answers.first().text == "抄挂号单"
    with pytest.raises(WrongState):
        inquiry.note(by=cast.lena, answer=second, text="每天")
    with pytest.raises(Forbidden):
        inquiry.send_in(by=cast.lena, said={})


def test_a_link_is_made_on_its_page_while_it_is_open(cast, inquiry, client):
    client.force_login(cast.lena)
    assert "/l/" in client.post(f"/inquiries/{inquiry.reference}/link/").content.decode()
    inquiry.send_in(by=User.objects.system(), said={})
    client.post(f"/inquiries/{inquiry.reference}/link/")
    assert Link.objects.on(inquiry).count() == 1


def test_it_is_asked_from_a_conversation_and_stands_there(cast, guide, talk, client):
    client.force_login(cast.lena)
    assert f"source_text={talk.reference}" in client.get(f"/conversations/{talk.reference}/").content.decode()
    said = {"guide": guide.pk, "client": cast.qingchuan.pk, "contact": cast.clara.pk, "source_text": talk.reference}
    client.post("/inquiries/new/", said)
    made = Inquiry.objects.get()
    assert (made.title, made.source_type, made.source_id) == ("第一次访谈", "conversations.conversation", talk.pk)
    assert made.reference in client.get(f"/conversations/{talk.reference}/").content.decode()


def test_a_guide_needs_the_same_questions_in_both_languages(cast, client):
    client.force_login(cast.lena)
    page = client.post("/guides/new/", {"name": "X", "questions": "a\nb", "questions_zh": "甲"})
    assert page.status_code == 422 and "same number of questions" in page.content.decode()
    client.post("/guides/new/", {"name": "X", "questions_zh": "甲"})
    assert Guide.objects.get().asked_in("en")[0].text == "甲"


def test_programs_read_the_answers(cast, inquiry, client):
    _token, secret = Token.objects.issue(by=cast.lena, name="Asked", scopes=["read"])
    told = client.get(
        f"/api/v1/inquiries/{inquiry.reference}/answers_given", headers={"Authorization": f"Bearer {secret}"}
    ).json()
    assert [one["text"] for one in told["data"]] == ["", ""]
