"""No, because …, but we can …: Clara chooses one of the ways on her telephone, and it is a decision of hers."""

import re
from datetime import date
from decimal import Decimal

import pytest

from zhike.agreements.as_of import valid_on
from zhike.agreements.models import Constraint, Decision
from zhike.agreements.tradeoffs.forms import TradeoffForm
from zhike.agreements.tradeoffs.goodwill import goodwill
from zhike.agreements.tradeoffs.models import Tradeoff
from zhike.agreements.tradeoffs.steps import ChangeWayForm, WayForm
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.lifecycle.transition import steps_of
from zhike.core.mail.models import Letter
from zhike.core.timeline.models import Event
from zhike.surfaces.api.tests.conftest import program_of

WAYS = (
    {
        "title": "先上两个入口", "scope": "挂号与缴费", "on": date(2026, 6, 1), "amount": Decimal(80_000),
        "currency": "CNY", "consequences": "六一可用，其余推后",
    },
    {"title": "晚一个月", "scope": "四个入口", "on": date(2026, 7, 1), "consequences": "错过六一活动"},
)  # fmt: skip


@pytest.fixture
def tradeoff(cast):
    budget = Constraint.objects.add(
        by=cast.lena, client=cast.qingchuan, side="them", aspect="time", text="六一必须上线"
    )
    made = Tradeoff.objects.add(
        by=cast.lena, client=cast.qingchuan, contact=cast.clara, owner=cast.lena, title="首页做几个入口？",
        wish="六一前四个入口全部上线", because="两位设计师，五月只有十八个工作日", constraint=budget,
    )  # fmt: skip
    for said in WAYS:
        made.add_way(by=cast.lena, **said)
    return made


@pytest.fixture
def opened(cast, tradeoff, client):
    """(the trade-off, a function that posts to its link, with its `page`)."""
    tradeoff.send(by=cast.lena)
    address = re.search(r"/l/\S+", tradeoff.secret)[0]

    def post(**said):
        return client.post(address, said)

    post.page = lambda words="": client.get(f"{address}{words}").content.decode()
    return tradeoff, post


def _again(tradeoff):
    return Tradeoff.objects.get(pk=tradeoff.pk)


def test_they_read_no_because_and_what_can_be_done(opened):
    _tradeoff, post = opened
    page = post.page()
    for words in ("六一前四个入口全部上线", "十八个工作日", "六一必须上线", "先上两个入口", "错过六一活动", "80,000"):
        assert words in page


def test_what_they_choose_is_a_decision_of_theirs(cast, opened):
    tradeoff, post = opened
    way = tradeoff.ways.get(position=1)
    assert post(way=way.pk).status_code == 302
    chosen = _again(tradeoff)
    assert (chosen.state, chosen.chosen) == ("chosen", way)
    decision = Decision.objects.get()
    assert (decision.state, decision.confirmed_how, decision.confirmed_by) == ("confirmed", "link", cast.clara)
    assert "六一可用" in decision.text and "80,000" in decision.text
    assert (decision.question, decision.alternatives, decision.reason) == (
        tradeoff.title, "晚一个月", tradeoff.because,
    )  # fmt: skip
    assert decision in [one.entry for one in valid_on(cast.qingchuan, decision.valid_from)]
    assert Event.objects.get(kind="tradeoff.chosen").facts["people"] == [cast.lena.pk]
    assert "先上两个入口" in post.page()


def test_they_choose_once(opened):
    tradeoff, post = opened
    first, second = tradeoff.ways.all()
    post(way=first.pk)
    assert post(way=second.pk).status_code in (409, 410, 422)
    assert _again(tradeoff).chosen == first and Decision.objects.count() == 1


def test_none_of_these_says_why_and_comes_back(cast, opened):
    tradeoff, post = opened
    assert post(words="").status_code == 422
    assert post(words="预算可以加到十万").status_code == 302
    refused = _again(tradeoff)
    assert (refused.state, refused.words) == ("refused", "预算可以加到十万")
    assert not Decision.objects.exists()
    refused.revise(by=cast.lena, reason="加一个方案")
    refused.add_way(by=cast.lena, title="加两个人", consequences="另加两万")
    refused.send(by=cast.lena)
    assert refused.ways.count() == 3


def test_a_way_of_another_sheet_is_not_chosen(cast, opened):
    tradeoff, post = opened
    other = Tradeoff.objects.add(
        by=cast.lena, client=cast.qingchuan, contact=cast.clara, owner=cast.lena, title="x", because="y"
    )
    other.add_way(by=cast.lena, title="z", consequences="z")
    post(way=other.ways.get().pk)
    assert _again(tradeoff).chosen is None and not Decision.objects.exists()


def test_without_a_way_there_is_no_answer(cast, tradeoff):
    for way in tradeoff.ways.all():
        tradeoff.strike_way(by=cast.lena, way=way)
    with pytest.raises(WrongState):
        tradeoff.send(by=cast.lena)


class TestChangingAWay:
    def test_all_that_it_says_while_it_is_a_draft(self, cast, tradeoff, client):
        way = tradeoff.ways.get(position=1)
        place = f"/tradeoffs/{tradeoff.reference}/ways/{way.pk}/"
        client.force_login(cast.omar)
        assert "挂号与缴费" in client.get(place).text
        said = {
            "title": "先上三个入口",
            "scope": "挂号、缴费与报告",
            "on": "2026-06-05",
            "consequences": "六月五日可用",
        }
        assert client.post(place, said | {"amount": "5"}).status_code == 422
        assert client.post(place, said).status_code == 302
        way.refresh_from_db()
        assert (way.title, way.on, way.amount, way.currency, way.position) == (
            "先上三个入口", date(2026, 6, 5), None, "", 1,
        )  # fmt: skip
        page = client.get(f"/tradeoffs/{tradeoff.reference}/").text
        assert place in page and "先上三个入口" in page

    def test_not_once_it_is_sent_nor_by_whom_it_does_not_concern(self, cast, tradeoff, client):
        way = tradeoff.ways.get(position=1)
        place = f"/tradeoffs/{tradeoff.reference}/ways/{way.pk}/"
        said = {"title": "x", "consequences": "y"}
        for who, status in ((cast.rita, 403), (cast.ida, 404)):
            client.force_login(who)
            assert client.post(place, said).status_code == status
        tradeoff.send(by=cast.lena)
        client.force_login(cast.lena)
        assert client.get(place).status_code == 302
        answer = client.post(place, said)
        assert answer.status_code == 422 and 'value="x"' in answer.text, "nothing typed is lost"
        way.refresh_from_db()
        assert way.title == "先上两个入口"

    def test_not_one_of_another_sheet(self, cast, tradeoff):
        other = Tradeoff.objects.add(
            by=cast.lena, client=cast.qingchuan, contact=cast.clara, owner=cast.lena, title="x", because="y"
        )
        said = {"way": tradeoff.ways.first().pk, "title": "x", "consequences": "y"}
        assert "way" in ChangeWayForm(said, record=other, by=cast.lena).errors

    def test_programs_change_it_too(self, cast, tradeoff):
        way = tradeoff.ways.get(position=2)
        said = {"way": way.pk, "title": "晚两周", "consequences": "赶得上七月"}
        told = program_of(cast.lena).post(f"tradeoffs/{tradeoff.reference}/change_way", said)
        way.refresh_from_db()
        assert told.status_code == 200 and (way.title, way.scope, way.on) == ("晚两周", "", None)


def test_each_edition_stays_as_it_was_sent(cast, opened, client):
    tradeoff, _post = opened
    tradeoff.revise(by=cast.lena, reason="改一处")
    way = tradeoff.ways.get(position=1)
    tradeoff.change_way(by=cast.lena, way=way, title="先上三个入口", consequences="其余推后")
    tradeoff.send(by=cast.lena)
    now, before = tradeoff.sheets.all()
    assert ([one.title for one in now.as_ways()], now.number) == (["先上三个入口", "晚一个月"], 2)
    first = before.as_ways()[0]
    assert (first.title, first.on, first.amount) == ("先上两个入口", date(2026, 6, 1), Decimal(80_000))
    address = re.search(r"/l/\S+", tradeoff.secret)[0]
    assert "edition 2" in client.get(address, headers={"accept-language": "en"}).text
    client.force_login(cast.lena)
    page = client.get(f"/tradeoffs/{tradeoff.reference}/", headers={"accept-language": "en"}).text
    assert "先上两个入口" in page and "Edition 1, sent" in page


def test_what_is_before_them_does_not_change(cast, opened):
    tradeoff, _post = opened
    with pytest.raises(WrongState):
        tradeoff.add_way(by=cast.lena, title="x", consequences="y")
    with pytest.raises(WrongState):
        tradeoff.amend(by=cast.lena, because="otherwise")
    tradeoff.amend(by=cast.lena, owner=cast.omar)


def test_taken_back_its_link_chooses_nothing(cast, opened):
    tradeoff, post = opened
    tradeoff.revise(by=cast.lena, reason="改一处")
    assert post(way=tradeoff.ways.first().pk).status_code == 410


def test_noted_by_one_of_us_it_says_so(cast, tradeoff):
    tradeoff.send(by=cast.lena)
    tradeoff.choose(by=cast.omar, way=tradeoff.ways.first(), contact=cast.clara, how="call", words="就第一个")
    assert tradeoff.decision.confirmed_how == "call"
    assert "link" not in dict(steps_of(Tradeoff)["choose"].form(record=tradeoff, by=cast.lena).fields["how"].choices)


def test_the_letter_is_in_their_language(cast, tradeoff):
    cast.clara.amend(by=cast.lena, emails=["chen@qingchuan.example"], language="zh")
    tradeoff.send(by=cast.lena, mail=True)
    assert "请" in Letter.objects.get().text


def test_a_way_says_what_follows_and_in_which_currency(cast, tradeoff):
    wrong = WayForm({"title": "x", "amount": "5"}, record=tradeoff, by=cast.lena).errors
    assert {"currency", "consequences"} <= set(wrong)
    said = {"client": cast.qingchuan.pk, "title": "x", "contact": cast.emil.pk, "because": "y"}
    assert "contact" in TradeoffForm(said, by=cast.lena).errors


def test_a_reader_neither_sends_nor_chooses(cast, tradeoff):
    with pytest.raises(Forbidden):
        tradeoff.send(by=cast.rita)


def test_programs_read_the_ways_and_are_told_the_address_once(cast, tradeoff):
    program = program_of(cast.lena)
    place = f"tradeoffs/{tradeoff.reference}"
    ways = program.get(f"{place}/ways").json()["data"]
    assert [(one["title"], one["amount"], one["chosen"]) for one in ways] == [
        ("先上两个入口", "80000.00", False), ("晚一个月", None, False),
    ]  # fmt: skip
    assert "/l/" in program.post(f"{place}/send", {}).json()["secret"]


class TestGoodwill:
    @pytest.fixture
    def waived(self, cast, opened):
        tradeoff, _post = opened
        tradeoff.revise(by=cast.lena, reason="x")
        said = {
            "title": "加一个入口",
            "amount": Decimal(5_000),
            "currency": "CNY",
            "waived": True,
            "consequences": "六一可用",
        }
        tradeoff.add_way(by=cast.lena, **said)
        tradeoff.send(by=cast.lena)
        return tradeoff

    def test_they_read_what_it_would_cost_and_that_it_does_not(self, cast, waived, client):
        page = client.get(re.search(r"/l/\S+", waived.secret)[0]).content.decode()
        assert "5,000" in page and "waived as goodwill" in page

    def test_what_they_chose_is_written_down_and_counted(self, cast, waived, client):
        way = waived.ways.get(position=3)
        waived.choose(by=cast.lena, way=way, contact=cast.clara, how="call")
        assert "waived as goodwill" in Decision.objects.get().text
        found, sums = goodwill(cast.qingchuan)
        assert (found, sums) == ([waived], {"CNY": Decimal(5_000)})
        client.force_login(cast.lena)
        page = client.get(f"/clients/{cast.qingchuan.reference}/").content.decode()
        assert "Goodwill, a year" in page and "5,000.00" in page

    def test_what_was_not_chosen_or_has_its_price_is_none(self, cast, opened):
        tradeoff, _post = opened
        tradeoff.choose(by=cast.lena, way=tradeoff.ways.get(position=1), contact=cast.clara, how="call")
        assert goodwill(cast.qingchuan) == ([], {})

    def test_nothing_is_waived_without_a_price(self, cast, tradeoff):
        form = WayForm({"title": "x", "waived": "on", "consequences": "y"}, record=tradeoff, by=cast.lena)
        assert list(form.errors) == ["amount"]
