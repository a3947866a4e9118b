"""Question, measure, alternatives and reason of an entry in two languages: rows beside it, outside of its chain."""

import re

import pytest

from zhike.agreements.checking import check_chains
from zhike.agreements.models import Decision, Promise
from zhike.agreements.twins.errors import Confirmed
from zhike.agreements.twins.models import Twin
from zhike.agreements.twins.spoken import spoken
from zhike.agreements.twins.tests.reading import read, stands_first
from zhike.agreements.workflows import read_back
from zhike.core.history.undo import undo_values
from zhike.core.lifecycle.errors import WrongState
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event
from zhike.surfaces.api.tests.conftest import program_of

SAID = {
    "question": ("首页做几个入口？", "How many entrances on the home page?"),
    "subject": ("首页", "Home page"),
    "measure": ("3 秒内打开", "It opens within 3 seconds"),
    "alternatives": ("四个入口", "Four entrances"),
    "reason": ("老人看不清", "Old people cannot read it"),
}


@pytest.fixture
def decision(cast):
    texts = {name: text for name, (text, _twin) in SAID.items()}
    return Decision.objects.add(
        by=cast.lena, client=cast.qingchuan, side="them", contact=cast.clara, owner=cast.lena, text="做两个入口",
        twin="Two entrances", **texts,
    )  # fmt: skip


@pytest.fixture
def told(cast, decision):
    for of, (_text, twin) in SAID.items():
        decision.write_twin(by=cast.lena, of=of, twin=twin)
    return decision


def _link(cast, entry):
    return read_back([entry], by=cast.lena, contact=cast.clara, title="x")[1]


def _twin(entry, key="question"):
    return Twin.objects.on(entry).get(key=key)


@pytest.mark.parametrize(("language", "first", "other"), [("zh-hans", 0, 1), ("en", 1, 0)])
def test_each_reads_the_question_in_their_own_language_with_the_answer(cast, told, client, language, first, other):
    page = read(client, _link(cast, told), language)
    for pair in (SAID["question"], SAID["subject"], SAID["measure"], ("做两个入口", "Two entrances")):
        assert stands_first(page, pair[first], pair[other])
    assert ("The Chinese one" in page) == (language == "en")


def test_where_the_other_wording_prevails_it_is_said(cast, told, client):
    told.write_twin(by=cast.lena, of="question", twin=SAID["question"][1], prevails="en")
    assert "The English one" in read(client, _link(cast, told), "en")


@pytest.mark.parametrize(("language", "first", "other"), [("zh-hans", 0, 1), ("en", 1, 0)])
def test_the_team_reads_all_of_them_so_too(cast, told, client, language, first, other):
    cast.lena.language = language
    cast.lena.save()
    client.force_login(cast.lena)
    page = client.get(f"/decisions/{told.reference}/", headers={"accept-language": language}).text
    page = page[page.index("entry-words") :]
    for pair in (*(one for name, one in SAID.items() if name != "subject"), ("做两个入口", "Two entrances")):
        assert stands_first(page, pair[first], pair[other])
    assert f"/twins/{told.reference}/" in page


def test_the_chain_is_as_it_was(cast, decision):
    before = [(act.hash, act.seals) for act in decision.acts.all()]
    for of, (_text, twin) in SAID.items():
        decision.write_twin(by=cast.lena, of=of, twin=twin)
    assert [(act.hash, act.seals) for act in decision.acts.all()] == before
    decision.confirm(by=cast.lena, contact=cast.clara, how="call")
    assert check_chains().faults == []


def test_a_twin_that_changed_while_they_read_is_read_again_first(cast, told, client):
    address = re.search(r"/l/\S+", _link(cast, told))[0]
    seen = re.search(r'name="seen" value="(\w+)"', client.get(address).text)[1]
    told.write_twin(by=cast.lena, of="question", twin="How many doors on the home page?", same=True)
    answer = {"entry": told.pk, "said": "confirm", "seen": seen}
    assert client.post(address, answer).status_code == 422
    seen = re.search(r'name="seen" value="(\w+)"', client.get(address).text)[1]
    assert client.post(address, answer | {"seen": seen}).status_code == 302
    told.refresh_from_db()
    assert told.state == "confirmed"


class TestConfirmed:
    @pytest.fixture
    def confirmed(self, cast, decision):
        decision.write_twin(by=cast.lena, of="question", twin=SAID["question"][1])
        decision.confirm(by=cast.lena, contact=cast.clara, how="call")
        return decision

    def test_what_they_read_stays(self, cast, confirmed):
        with pytest.raises(Confirmed):
            confirmed.write_twin(by=cast.lena, of="question", twin="How many doors?", same=True)
        with pytest.raises(Confirmed):
            confirmed.drop_twin(by=cast.lena, of="question")
        assert _twin(confirmed).text == SAID["question"][1]

    @pytest.mark.parametrize("prevails", ["en", "both"])
    def test_what_it_lacks_is_added_and_does_not_prevail(self, cast, confirmed, prevails):
        with pytest.raises(Confirmed):
            confirmed.write_twin(by=cast.lena, of="reason", twin=SAID["reason"][1], prevails=prevails)
        confirmed.write_twin(by=cast.lena, of="reason", twin=SAID["reason"][1])
        assert spoken(confirmed).say("reason").counts == "zh"

    def test_its_page_says_why_not(self, cast, confirmed, client):
        client.force_login(cast.lena)
        place = f"/twins/{confirmed.reference}/"
        answer = client.post(place, {"of": "question", "twin": "How many doors?"}, headers={"accept-language": "en"})
        assert answer.status_code == 422 and "only what it lacks is added" in answer.text

    def test_what_is_over_takes_none(self, cast, confirmed):
        confirmed.withdraw(by=cast.lena, reason="x")
        with pytest.raises(WrongState):
            confirmed.write_twin(by=cast.lena, of="reason", twin=SAID["reason"][1])


class TestAlarm:
    def test_the_twin_alone_changed(self, cast, told, client):
        told.write_twin(by=cast.lena, of="measure", twin="It opens within 5 seconds")
        assert _twin(told, "measure").behind == "twin"
        page = read(client, _link(cast, told), "en")
        assert SAID["measure"][0] in page and "within 5 seconds" not in page
        client.force_login(cast.lena)
        assert "within 5 seconds" in client.get("/twins/").text and "within 5 seconds" in client.get("/").text

    def test_numbers_that_differ_are_named(self, cast, told, client):
        told.write_twin(by=cast.lena, of="measure", twin="It opens within 5 seconds")
        client.force_login(cast.lena)
        page = client.get(f"/twins/{told.reference}/").text
        assert "<strong>3" in page and "<strong>5" in page

    def test_a_new_version_takes_them_along(self, cast, told):
        told.renegotiate(by=cast.lena, text="做三个入口", twin="Three entrances", reason="多一个科室")
        after = told.successors.get()
        kept = dict(Twin.objects.on(after).values_list("key", "text"))
        assert kept == {name: twin for name, (_text, twin) in SAID.items() if name != "reason"}
        deliver_all()
        assert not Twin.objects.behind().exists()

    def test_with_another_question_the_twin_is_behind_and_its_owner_hears(self, cast, told):
        told.renegotiate(by=cast.lena, question="首页做几个按钮？", reason="x")
        deliver_all()
        after = told.successors.get()
        assert _twin(after).behind == "text" and _twin(after, "measure").behind == ""
        assert Event.objects.get(kind="twin.behind").facts["people"] == [cast.lena.pk]
        assert spoken(after).say("question").other == ""


def test_an_undone_one_is_gone(cast, decision, client):
    event = decision.write_twin(by=cast.lena, of="question", twin=SAID["question"][1])
    client.force_login(cast.lena)
    client.post("/undo/", {"events": undo_values([event])})
    assert not Twin.objects.on(decision).exists()


def test_programs_read_and_write_them(cast, decision):
    program, place = program_of(cast.lena), f"decisions/{decision.reference}"
    assert program.post(f"{place}/write_twin", {"of": "question", "twin": SAID["question"][1]}).status_code == 200
    question = program.get(f"{place}/wordings").json()["data"][0]
    assert (question["of"], question["twin"], question["prevails"]) == ("question", SAID["question"][1], "")


def test_the_measure_of_a_promise_too(cast, client):
    promise = Promise.objects.add(
        by=cast.lena, client=cast.qingchuan, owner=cast.lena, text="周五给初稿", measure="含 3 个页面"
    )
    promise.write_twin(by=cast.lena, of="measure", twin="With 3 pages")
    assert stands_first(read(client, _link(cast, promise), "en"), "With 3 pages", "含 3 个页面")
